#include "tui/qr.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <limits.h>
#include <stdlib.h>

#ifdef VITAE_HAS_QRENCODE
#include <qrencode.h>
#endif

enum {
	QUIET_LEAST = 2,  /* modules of free room on each side; telephones read that */
	QUIET_WANTED = 4, /* what the standard asks for */
};

/* A code and how it lies on a canvas. */
struct picture {
	const struct qr *qr;
	int quiet;    /* modules of free room on each side */
	int across;   /* modules in a row, with that room */
	int per_row;  /* modules that a row of cells shows one below the other */
	int per_cell; /* columns that a module takes */
};

#ifdef VITAE_HAS_QRENCODE

bool qr_is_available(void)
{
	return true;
}

bool qr_make(struct qr *qr, struct text text)
{
	*qr = (struct qr){0};
	if (!text.length || text.length > INT_MAX)
		return false;
	QRcode *code = QRcode_encodeData(
		(int)text.length, (const unsigned char *)text.bytes, 0, QR_ECLEVEL_L);
	if (!code)
		return false;
	size_t count = (size_t)code->width * (size_t)code->width;
	qr->width = code->width;
	qr->modules = memory_allocate(count);
	/* The other bits tell what a module is for. */
	for (size_t i = 0; i < count; i++)
		qr->modules[i] = code->data[i] & 1;
	QRcode_free(code);
	return true;
}

#else

bool qr_is_available(void)
{
	return false;
}

bool qr_make(struct qr *qr, struct text text)
{
	(void)text;
	*qr = (struct qr){0};
	return false;
}

#endif

/*
 * In ASCII a module is two cells, since cells are about twice as high as wide; else half a cell,
 * and a cell shows two of them.
 */
static struct picture make_picture(const struct qr *qr, const struct canvas *canvas, int quiet)
{
	return (struct picture){
		.qr = qr,
		.quiet = quiet,
		.across = qr->width + 2 * quiet,
		.per_row = canvas->ascii ? 1 : 2,
		.per_cell = canvas->ascii ? 2 : 1,
	};
}

static int picture_columns(const struct picture *picture)
{
	return picture->across * picture->per_cell;
}

static int picture_rows(const struct picture *picture)
{
	return (picture->across + picture->per_row - 1) / picture->per_row;
}

void qr_size(const struct qr *qr, const struct canvas *canvas, int *columns, int *rows)
{
	struct picture picture = make_picture(qr, canvas, QUIET_LEAST);
	*columns = picture_columns(&picture);
	*rows = picture_rows(&picture);
}

/* Counted from the corner of the free room, and light outside of the code. */
static bool is_dark(const struct picture *picture, int x, int y)
{
	const struct qr *qr = picture->qr;
	x -= picture->quiet;
	y -= picture->quiet;
	if (x < 0 || y < 0 || x >= qr->width || y >= qr->width)
		return false;
	return qr->modules[(size_t)y * (size_t)qr->width + (size_t)x] == 1;
}

/*
 * What a cell holds: the ink's background paints it, in the colour of its upper module; where the
 * lower is another, half a block covers it. No other block is used: in some fonts the full one and
 * the upper half leave seams that cameras stumble over.
 */
static struct text cell_text(const struct picture *picture, int x, int y)
{
	if (picture->per_row == 1)
		return TEXT("  ");
	bool even = is_dark(picture, x, y) == is_dark(picture, x, y + 1);
	return even ? TEXT(" ") : TEXT("\u2584");
}

/* Cells in the same ink go out in one piece. */
static void draw_row(
	const struct picture *picture, struct canvas *canvas, int row, int column, int y)
{
	struct buffer cells = {0};
	for (int x = 0; x < picture->across;) {
		bool dark = is_dark(picture, x, y);
		int first = x;
		cells.length = 0;
		for (; x < picture->across && is_dark(picture, x, y) == dark; x++)
			buffer_add(&cells, cell_text(picture, x, y));
		canvas->put(canvas, row, column + first * picture->per_cell, buffer_text(&cells),
			(x - first) * picture->per_cell,
			(struct appearance){.ink = dark ? INK_WHITE_ON_BLACK : INK_BLACK_ON_WHITE});
	}
	buffer_finish(&cells);
}

void qr_draw(const struct qr *qr, struct canvas *canvas, int rows)
{
	struct picture picture = make_picture(qr, canvas, QUIET_WANTED);
	if (picture_columns(&picture) > canvas->columns || picture_rows(&picture) > rows)
		picture = make_picture(qr, canvas, QUIET_LEAST);
	int column = (canvas->columns - picture_columns(&picture)) / 2;
	int top = (rows - picture_rows(&picture)) / 2;
	for (int row = 0; row < rows; row++)
		canvas->clear(canvas, row);
	for (int row = 0; row < picture_rows(&picture); row++)
		draw_row(&picture, canvas, top + row, column, row * picture.per_row);
}

void qr_finish(struct qr *qr)
{
	free(qr->modules);
	*qr = (struct qr){0};
}
