#include "kiosk_log.h"

#include <syslog.h>

void kiosk_log(const struct diagnostics *diagnostics, const char *file, enum severity least)
{
	struct arena arena = {0};
	for (size_t i = 0; i < diagnostics->count; i++) {
		const struct diagnostic *message = &diagnostics->items[i];
		int priority = message->severity == SEVERITY_ERROR ? LOG_ERR : LOG_WARNING;
		if (message->severity >= least)
			syslog(priority, "%s", diagnostic_format(message, file, &arena).bytes);
	}
	arena_finish(&arena);
}
