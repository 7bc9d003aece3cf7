/*
 * What the parts of the viewer use of each other.
 */
#ifndef VITAE_TUI_VIEWER_PARTS_H
#define VITAE_TUI_VIEWER_PARTS_H

#include "host/watch.h"
#include "tui/draw.h"
#include "tui/reader.h"
#include "tui/screen.h"
#include "tui/viewer.h"

#include <sys/types.h>

enum { STATUS_OF_SIGNAL = 128 };

struct viewer {
	const struct viewer_settings *settings;
	struct screen *screen;
	int signals;
	struct reader reader;
	struct watch watch; /* only if the source has a path */
	enum theme theme;
	bool clicks; /* the mouse is ours */
	bool ascii;
	bool stale;             /* what is to be seen is not what was drawn */
	unsigned shown_changes; /* of the reader, when links were last drawn */
	bool outdated;          /* the file has changed since it was read */
	long long heard;        /* when a key came last, in milliseconds */
	pid_t browser;          /* the last one that was started, or 0 */
	struct arena address;   /* of the link that is being drawn */
	struct drawn drawn;
	bool ended;
	int status;
};

void viewer_end(struct viewer *viewer, int status);

/* Shows a message, formatted as by printf(3). */
__attribute__((format(printf, 2, 3))) void viewer_tell(
	struct viewer *viewer, const char *format, ...);

/* Takes over the size that the canvas has now. */
void viewer_resize(struct viewer *viewer);

/* Draws everything anew: the terminal may show anything. */
void viewer_redraw(struct viewer *viewer);

/* Takes the terminal back from others and draws everything, unless the viewer is to end. */
void viewer_take_terminal(struct viewer *viewer);

/* Waits for programs that have ended, and tells if a browser failed. */
void viewer_reap(struct viewer *viewer);

/* Stops as ^Z does, and comes back. */
void viewer_suspend(struct viewer *viewer);

/* Does what the reader asked for beyond the screen. */
void viewer_handle(struct viewer *viewer, unsigned effects);

void viewer_handle_signal(struct viewer *viewer, int number);

/* Shows the file as it is now, if it changed; after the question that is being answered. */
void viewer_follow_file(struct viewer *viewer);

/* The terminal told that it knows only ASCII. */
void viewer_use_ascii(struct viewer *viewer);

/* The address of a link as it may be given to others; for struct screen_settings. */
const char *viewer_address(void *context, uint32_t link);

#endif
