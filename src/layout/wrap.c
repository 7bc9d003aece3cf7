#include "layout/wrap.h"

#include "base/linebreak.h"
#include "base/unicode.h"

#include <string.h>

/* " [12]" */
enum { LINK_NUMBER_BYTES = 16 };

static bool ends_link(const struct run *run)
{
	return run->link && (!run->next || run->next->link != run->link);
}

static bool is_numbered(const struct doc *doc, const struct run *run)
{
	return ends_link(run) && doc_link(doc, run->link)->number;
}

static void measure_runs(const struct doc *doc, const struct runs *runs, bool numbered,
	size_t *bytes, size_t *pieces)
{
	*bytes = *pieces = 0;
	for (const struct run *run = runs->first; run; run = run->next) {
		*bytes += run->text.length;
		++*pieces;
		if (numbered && is_numbered(doc, run)) {
			*bytes += LINK_NUMBER_BYTES;
			++*pieces;
		}
	}
}

static void add_piece(struct paragraph *paragraph, char *bytes, struct text text, struct piece look)
{
	look.start = paragraph->text.length;
	paragraph->pieces[paragraph->piece_count++] = look;
	if (text.length)
		memcpy(bytes + paragraph->text.length, text.bytes, text.length);
	paragraph->text.length += text.length;
}

static struct piece piece_of(const struct run *run, size_t origin)
{
	return (struct piece){.origin = (uint32_t)origin,
		.link = run->link,
		.role = run->role,
		.style = run->style,
		.spare = run->spare};
}

struct paragraph paragraph_make(
	const struct doc *doc, const struct runs *runs, bool numbered, struct arena *arena)
{
	size_t length;
	size_t count;
	measure_runs(doc, runs, numbered, &length, &count);
	struct paragraph paragraph = {
		.pieces = arena_allocate(arena, (count + 1) * sizeof *paragraph.pieces)};
	if (count == 1) {
		const struct run *run = runs->first;
		paragraph.text = run->text;
		paragraph.piece_count = 1;
		paragraph.pieces[0] = piece_of(run, 0);
		return paragraph;
	}
	char *bytes = arena_bytes(arena, length + 1);
	paragraph.text.bytes = bytes;
	size_t origin = 0;
	for (const struct run *run = runs->first; run; run = run->next) {
		add_piece(&paragraph, bytes, run->text, piece_of(run, origin));
		origin += run->text.length;
		if (numbered && is_numbered(doc, run)) {
			struct text number =
				arena_format(arena, " [%u]", doc_link(doc, run->link)->number);
			add_piece(&paragraph, bytes, number,
				(struct piece){.role = ROLE_LABEL, .glued = true});
		}
	}
	return paragraph;
}

struct paragraph paragraph_of_text(struct text text, enum role role, struct arena *arena)
{
	struct piece *piece = arena_allocate(arena, sizeof *piece);
	piece->role = (uint8_t)role;
	return (struct paragraph){.text = text, .pieces = piece, .piece_count = 1};
}

void paragraph_glue(
	struct paragraph *paragraph, struct text text, enum role role, struct arena *arena)
{
	struct paragraph longer = *paragraph;
	longer.pieces =
		arena_allocate(arena, (paragraph->piece_count + 1) * sizeof *paragraph->pieces);
	char *bytes = arena_bytes(arena, paragraph->text.length + text.length + 1);
	memcpy(longer.pieces, paragraph->pieces,
		paragraph->piece_count * sizeof *paragraph->pieces);
	if (paragraph->text.length)
		memcpy(bytes, paragraph->text.bytes, paragraph->text.length);
	longer.text = (struct text){bytes, paragraph->text.length};
	add_piece(&longer, bytes, text, (struct piece){.role = (uint8_t)role, .glued = true});
	*paragraph = longer;
}

struct paragraph paragraph_without_spare(struct paragraph paragraph)
{
	for (size_t i = 0; i < paragraph.piece_count; i++) {
		if (paragraph.pieces[i].spare) {
			paragraph.text.length = paragraph.pieces[i].start;
			paragraph.piece_count = i;
		}
	}
	return paragraph;
}

int paragraph_width(const struct paragraph *paragraph)
{
	return unicode_width(paragraph->text);
}

/* Up to the first character behind the blanks at start. */
static void forbid_breaks(struct text text, size_t start, unsigned char *breaks)
{
	while (start < text.length && text.bytes[start] == ' ')
		breaks[start++] = LINEBREAK_NONE;
	if (start < text.length)
		breaks[start] = LINEBREAK_NONE;
}

void wrap_begin(struct wrap *wrap, const struct paragraph *paragraph, struct arena *arena)
{
	*wrap = (struct wrap){.paragraph = paragraph, .arena = arena};
}

/* Not before they are asked for: most paragraphs fit on a line. */
static void find_breaks(struct wrap *wrap)
{
	const struct paragraph *paragraph = wrap->paragraph;
	if (wrap->breaks)
		return;
	unsigned char *breaks =
		(unsigned char *)arena_bytes(wrap->arena, paragraph->text.length + 1);
	linebreak_find(paragraph->text, breaks);
	for (size_t i = 0; i < paragraph->piece_count; i++) {
		if (paragraph->pieces[i].glued)
			forbid_breaks(paragraph->text, paragraph->pieces[i].start, breaks);
	}
	wrap->breaks = breaks;
}

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\n';
}

/* A line that is being filled: where it may end so far. */
struct filling {
	size_t between; /* the last place between words, or 0 */
	size_t inside;  /* the last place inside a word, or 0 */
	int column;
};

static bool follows_soft_hyphen(struct text text, size_t offset)
{
	return offset >= 2 && text.bytes[offset - 2] == '\xC2' && text.bytes[offset - 1] == '\xAD';
}

static void note_break(const struct wrap *wrap, struct filling *filling, size_t offset, int width)
{
	unsigned char kind = wrap->breaks[offset];
	/* A soft hyphen that is broken at shows, and needs a column for it. */
	if (follows_soft_hyphen(wrap->paragraph->text, offset) && filling->column >= width)
		return;
	if (kind == LINEBREAK_BETWEEN)
		filling->between = offset;
	else if (kind == LINEBREAK_INSIDE)
		filling->inside = offset;
}

static size_t end_of_word(const struct wrap *wrap, size_t offset)
{
	size_t length = wrap->paragraph->text.length;
	while (offset < length && wrap->breaks[offset] < LINEBREAK_BETWEEN)
		offset++;
	return offset;
}

static bool holds_url(struct text text, size_t start, size_t end)
{
	for (size_t i = start; i + 2 < end; i++) {
		if (text.bytes[i] == ':' && text.bytes[i + 1] == '/' && text.bytes[i + 2] == '/')
			return true;
	}
	return false;
}

/* Where a line ends whose next cluster, at offset, does not fit. */
static size_t choose_end(
	struct wrap *wrap, const struct filling *filling, size_t start, size_t offset)
{
	if (wrap->to_edge)
		return offset;
	if (filling->between)
		return filling->between;
	if (wrap->unbroken_urls && start >= wrap->word_end) {
		size_t end = end_of_word(wrap, start + 1);
		if (holds_url(wrap->paragraph->text, start, end))
			return end;
		wrap->word_end = end;
	}
	return filling->inside ? filling->inside : offset;
}

/*
 * The quick way for what most lines are: ASCII as far as it fits, whose width is its length, and a
 * word's end to break at. False if the line is not like that.
 */
static bool fill_plain_line(struct wrap *wrap, size_t start, size_t width, size_t *end)
{
	struct text text = wrap->paragraph->text;
	size_t limit = start + width;
	/* One more than fits, since a mark might follow the last that does. */
	size_t run = unicode_ascii_run(text_slice(text, 0, limit + 1), start);
	if (start + run == text.length && run <= width) {
		*end = text.length;
		return true;
	}
	if (run <= width)
		return false;
	size_t at = limit;
	while (at < text.length && text.bytes[at] == ' ')
		at++;
	if (at == text.length || text.bytes[at] == '\n')
		return false;
	if (wrap->to_edge) {
		*end = at;
		return true;
	}
	/* In ASCII, words are parted by spaces alone. */
	while (at > start && text.bytes[at - 1] != ' ')
		at--;
	if (at > start && linebreak_is_certain(text, at)) {
		*end = at;
		return true;
	}
	find_breaks(wrap);
	while (at > start && wrap->breaks[at] != LINEBREAK_BETWEEN)
		at--;
	*end = at;
	return at > start;
}

/* Goes over the ASCII that the line begins with, all but its last, which a mark may follow. */
static size_t skip_plain(
	const struct wrap *wrap, struct filling *filling, size_t start, size_t width)
{
	size_t run = unicode_ascii_run(text_slice(wrap->paragraph->text, 0, start + width), start);
	size_t end = run > 1 ? start + run - 1 : start;
	for (size_t at = end - (end > start); at > start && !filling->between; at--) {
		if (wrap->breaks[at] == LINEBREAK_BETWEEN)
			filling->between = at;
		else if (wrap->breaks[at] == LINEBREAK_INSIDE && !filling->inside)
			filling->inside = at;
	}
	filling->column = (int)(end - start);
	return end;
}

/* Where the line from start on ends, and whether a hyphen is shown there. */
static size_t fill_line(struct wrap *wrap, size_t start, int width, bool *hyphen)
{
	struct text text = wrap->paragraph->text;
	struct filling filling = {0};
	size_t offset = start;
	if (fill_plain_line(wrap, start, (size_t)width, &offset))
		return offset;
	find_breaks(wrap);
	offset = skip_plain(wrap, &filling, start, (size_t)width);
	while (offset < text.length) {
		size_t size;
		int columns = unicode_measure(text, offset, &size);
		if (offset > start) {
			if (wrap->breaks[offset] == LINEBREAK_MUST)
				return offset;
			note_break(wrap, &filling, offset, width);
			bool hangs = size == 1 && is_space(text.bytes[offset]);
			/* What has no width stays, unless only blanks that hang are before it. */
			bool stays = !columns && filling.between != offset;
			if (!hangs && !stays && filling.column + columns > width) {
				size_t end = choose_end(wrap, &filling, start, offset);
				*hyphen = !wrap->to_edge && end == filling.between &&
					  follows_soft_hyphen(text, end);
				return end;
			}
		}
		filling.column += columns;
		offset += size;
	}
	return text.length;
}

bool wrap_next(struct wrap *wrap, int width, struct wrapped *line)
{
	struct text text = wrap->paragraph->text;
	size_t start = wrap->next;
	while (!wrap->verbatim && start < text.length && text.bytes[start] == ' ')
		start++;
	if (start >= text.length)
		return false;
	bool hyphen = false;
	size_t end = fill_line(wrap, start, width, &hyphen);
	wrap->next = end;
	while (end > start && (is_space(text.bytes[end - 1]) || follows_soft_hyphen(text, end)))
		end -= is_space(text.bytes[end - 1]) ? 1 : 2;
	*line = (struct wrapped){start, end, hyphen};
	return true;
}

/* The last piece that begins at offset or before it. */
static size_t find_piece(const struct paragraph *paragraph, size_t offset)
{
	size_t low = 0;
	size_t high = paragraph->piece_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (paragraph->pieces[middle].start <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The bytes from start up to end, which are in one piece. */
static struct span make_span(const struct paragraph *paragraph, const struct piece *piece,
	size_t start, size_t end, int column)
{
	struct text text = text_slice(paragraph->text, start, end);
	struct span span = {.text = text,
		.column = column,
		.width = unicode_width(text),
		.role = piece->role,
		.style = piece->style,
		.link = piece->link};
	if (paragraph->part == PART_NONE || piece->glued)
		return span;
	span.part = paragraph->part;
	span.start = paragraph->origin + piece->origin + (uint32_t)(start - piece->start);
	return span;
}

struct span *wrap_spans(const struct paragraph *paragraph, struct wrapped line, int column,
	struct arena *arena, size_t *count)
{
	size_t first = find_piece(paragraph, line.start);
	size_t after = first;
	while (after < paragraph->piece_count && paragraph->pieces[after].start < line.end)
		after++;
	struct span *spans = arena_allocate(arena, (after - first + 1) * sizeof *spans);
	*count = 0;
	for (size_t i = first; i < after; i++) {
		const struct piece *piece = &paragraph->pieces[i];
		bool last = i + 1 == paragraph->piece_count;
		size_t start = piece->start > line.start ? piece->start : line.start;
		size_t end = last ? paragraph->text.length : paragraph->pieces[i + 1].start;
		if (end > line.end)
			end = line.end;
		if (start >= end)
			continue;
		spans[*count] = make_span(paragraph, piece, start, end, column);
		column += spans[(*count)++].width;
	}
	if (line.hyphen)
		spans[(*count)++] = (struct span){
			.text = TEXT("-"), .column = column, .width = 1, .role = ROLE_TEXT};
	return spans;
}

/* Bytes of the text's beginning that take at most width columns. */
static size_t fitting(struct text text, int width)
{
	size_t end = 0;
	int columns = 0;
	while (end < text.length) {
		size_t length;
		columns += unicode_measure(text, end, &length);
		if (columns > width)
			break;
		end += length;
	}
	return end;
}

struct text wrap_shorten(struct text text, int width, struct text ellipsis, struct arena *arena)
{
	int left = width - unicode_width(ellipsis);
	if (unicode_width(text) <= width)
		return text;
	if (left < 0)
		return text_slice(ellipsis, 0, fitting(ellipsis, width));
	struct text kept = text_trim(text_slice(text, 0, fitting(text, left)));
	return arena_format(arena, "%.*s%.*s", (int)kept.length, kept.bytes, (int)ellipsis.length,
		ellipsis.bytes);
}
