#include "new.h"

#include "base/sink.h"
#include "exit.h"
#include "export.h"
#include "starter.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Writes the starter to a descriptor; the errno of what failed, or 0. */
static int write_starter(int descriptor)
{
	struct sink sink;
	sink_init(&sink, descriptor);
	sink_write(&sink, (struct text){starter, sizeof starter - 1});
	sink_flush(&sink);
	int reason = sink.error;
	sink_finish(&sink);
	return reason;
}

static int refuse(const char *file, int reason)
{
	if (reason != EEXIST)
		return export_failed(file, reason);
	fprintf(stderr, "vitae: %s is there already and is left as it is; name another file\n",
		file);
	return EXIT_SYSTEM;
}

int new_write(const char *file)
{
	if (!file)
		file = "resume.yaml";
	if (strcmp(file, "-") == 0) {
		int reason = write_starter(STDOUT_FILENO);
		return reason ? export_failed("to standard output", reason) : EXIT_SUCCESS;
	}
	/* Whatever happens meanwhile, nothing is overwritten. */
	int descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (descriptor < 0)
		return refuse(file, errno);
	int reason = write_starter(descriptor);
	if (close(descriptor) != 0 && !reason)
		reason = errno;
	if (reason) {
		unlink(file);
		return export_failed(file, reason);
	}
	fprintf(stderr, "vitae: %s is written; edit it, and open it with: vitae %s\n", file, file);
	return EXIT_SUCCESS;
}
