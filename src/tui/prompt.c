#include "tui/prompt.h"

#include "base/unicode.h"
#include "tui/input.h"

#include <stdbool.h>
#include <string.h>

enum {
	CONTROL = 0x1F, /* 'A' & CONTROL is ^A */
	DELETE = 0x7F,
	CHARACTER_MOST = 0x10FFFF,
};

/* History */

void history_add(struct history *history, struct text line)
{
	if (!line.length)
		return;
	struct buffer added = {0};
	buffer_add(&added, line);
	size_t old = 0;
	while (old < history->count && !text_equal(buffer_text(&history->lines[old]), line))
		old++;
	if (old == HISTORY_MOST)
		old = 0;
	if (old < history->count) {
		buffer_finish(&history->lines[old]);
		history->count--;
		memmove(history->lines + old, history->lines + old + 1,
			(history->count - old) * sizeof *history->lines);
	}
	history->lines[history->count++] = added;
}

void history_finish(struct history *history)
{
	for (size_t i = 0; i < history->count; i++)
		buffer_finish(&history->lines[i]);
	history->count = 0;
}

/* Places in the text */

struct text prompt_text(const struct prompt *prompt)
{
	return buffer_text(&prompt->text);
}

static size_t cluster_after(struct text text, size_t place)
{
	return place < text.length ? place + unicode_cluster(text, place) : place;
}

static size_t cluster_before(struct text text, size_t place)
{
	size_t before = 0;
	for (size_t next = 0; next < place; next = cluster_after(text, next))
		before = next;
	return before;
}

/* Moves the cursor to the end of the cluster that it is in: an edit may join what was apart. */
static void settle(struct prompt *prompt)
{
	struct text text = prompt_text(prompt);
	size_t place = 0;
	while (place < prompt->cursor)
		place = cluster_after(text, place);
	prompt->cursor = place;
}

static bool is_blank(struct text text, size_t place)
{
	return text.bytes[place] == ' ';
}

/* Letters and digits; of what is not ASCII, everything. */
static bool is_of_word(struct text text, size_t place)
{
	unsigned char byte = (unsigned char)text.bytes[place];
	unsigned char letter = byte | 0x20;
	return byte >= 0x80 || (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9');
}

static size_t word_after(struct text text, size_t place)
{
	while (place < text.length && !is_of_word(text, place))
		place = cluster_after(text, place);
	while (place < text.length && is_of_word(text, place))
		place = cluster_after(text, place);
	return place;
}

static size_t word_before(struct text text, size_t place)
{
	while (place > 0 && !is_of_word(text, cluster_before(text, place)))
		place = cluster_before(text, place);
	while (place > 0 && is_of_word(text, cluster_before(text, place)))
		place = cluster_before(text, place);
	return place;
}

/* As the terminal itself has it: up to the blank before. */
static size_t blank_before(struct text text, size_t place)
{
	while (place > 0 && is_blank(text, place - 1))
		place--;
	while (place > 0 && !is_blank(text, place - 1))
		place--;
	return place;
}

/* Editing */

static void replace(struct buffer *buffer, struct text text)
{
	buffer->length = 0;
	buffer_add(buffer, text);
}

static enum prompt_result move_to(struct prompt *prompt, size_t place)
{
	if (place == prompt->cursor)
		return PROMPT_NOTHING;
	prompt->cursor = place;
	return PROMPT_MOVED;
}

/* Removes what is between the cursor and a place. */
static enum prompt_result remove_to(struct prompt *prompt, size_t place)
{
	if (place == prompt->cursor)
		return PROMPT_NOTHING;
	size_t start = place < prompt->cursor ? place : prompt->cursor;
	size_t end = place < prompt->cursor ? prompt->cursor : place;
	memmove(prompt->text.bytes + start, prompt->text.bytes + end, prompt->text.length - end);
	prompt->text.length -= end - start;
	prompt->cursor = start;
	settle(prompt);
	return PROMPT_EDITED;
}

/* As remove_to(), for ^Y to put back. */
static enum prompt_result kill_to(struct prompt *prompt, size_t place)
{
	struct text text = prompt_text(prompt);
	if (place < prompt->cursor)
		replace(&prompt->killed, text_slice(text, place, prompt->cursor));
	else if (place > prompt->cursor)
		replace(&prompt->killed, text_slice(text, prompt->cursor, place));
	return remove_to(prompt, place);
}

static enum prompt_result erase_back(struct prompt *prompt)
{
	if (!prompt->text.length)
		return PROMPT_CANCELLED;
	return remove_to(prompt, cluster_before(prompt_text(prompt), prompt->cursor));
}

/* Puts in what is clean already. */
static void insert(struct prompt *prompt, struct text text)
{
	if (!text.length)
		return;
	buffer_reserve(&prompt->text, text.length);
	char *place = prompt->text.bytes + prompt->cursor;
	memmove(place + text.length, place, prompt->text.length - prompt->cursor);
	memcpy(place, text.bytes, text.length);
	prompt->text.length += text.length;
	prompt->cursor += text.length;
	settle(prompt);
}

static enum prompt_result yank(struct prompt *prompt)
{
	insert(prompt, buffer_text(&prompt->killed));
	return prompt->killed.length ? PROMPT_EDITED : PROMPT_NOTHING;
}

static enum prompt_result type(struct prompt *prompt, uint32_t character)
{
	char bytes[4];
	size_t before = prompt->text.length;
	prompt_insert(prompt, (struct text){bytes, unicode_encode(character, bytes)});
	return prompt->text.length > before ? PROMPT_EDITED : PROMPT_NOTHING;
}

void prompt_insert(struct prompt *prompt, struct text text)
{
	struct arena arena = {0};
	struct text clean = unicode_clean(text, &arena);
	/* Of a line that was copied as a whole, only the words are meant. */
	while (clean.length && clean.bytes[clean.length - 1] == '\n')
		clean.length--;
	struct buffer line = {0};
	buffer_add(&line, clean);
	for (size_t i = 0; i < line.length; i++) {
		if (line.bytes[i] == '\n')
			line.bytes[i] = ' ';
	}
	size_t room = PROMPT_BYTES_MOST - prompt->text.length;
	if (line.length > room)
		line.length = unicode_cluster_start(buffer_text(&line), room);
	insert(prompt, buffer_text(&line));
	buffer_finish(&line);
	arena_finish(&arena);
}

void prompt_set(struct prompt *prompt, struct text text)
{
	replace(&prompt->text, text);
	prompt->cursor = prompt->text.length;
}

/* Shows the line that is so many before the newest, counted from 1, or the reader's own for 0. */
static enum prompt_result recall(struct prompt *prompt, size_t back)
{
	if (!prompt->history || back > prompt->history->count || back == prompt->recalled)
		return PROMPT_NOTHING;
	if (!prompt->recalled)
		replace(&prompt->own, prompt_text(prompt));
	prompt->recalled = back;
	const struct buffer *line =
		back ? &prompt->history->lines[prompt->history->count - back] : &prompt->own;
	prompt_set(prompt, buffer_text(line));
	return PROMPT_EDITED;
}

/* Keys */

static enum prompt_result move_by_key(struct prompt *prompt, uint32_t input)
{
	struct text text = prompt_text(prompt);
	switch (input) {
	case INPUT_LEFT:
	case 'B' & CONTROL:
		return move_to(prompt, cluster_before(text, prompt->cursor));
	case INPUT_RIGHT:
	case 'F' & CONTROL:
		return move_to(prompt, cluster_after(text, prompt->cursor));
	case INPUT_HOME:
	case 'A' & CONTROL:
		return move_to(prompt, 0);
	case INPUT_END:
	case 'E' & CONTROL:
		return move_to(prompt, text.length);
	case INPUT_ALT | 'b':
		return move_to(prompt, word_before(text, prompt->cursor));
	case INPUT_ALT | 'f':
		return move_to(prompt, word_after(text, prompt->cursor));
	default:
		return PROMPT_NOTHING;
	}
}

static enum prompt_result edit_by_key(struct prompt *prompt, uint32_t input)
{
	struct text text = prompt_text(prompt);
	switch (input) {
	case INPUT_BACKSPACE:
	case 'H' & CONTROL:
	case DELETE:
		return erase_back(prompt);
	case INPUT_DELETE:
	case 'D' & CONTROL:
		return remove_to(prompt, cluster_after(text, prompt->cursor));
	case 'W' & CONTROL:
		return kill_to(prompt, blank_before(text, prompt->cursor));
	case 'U' & CONTROL:
		return kill_to(prompt, 0);
	case 'K' & CONTROL:
		return kill_to(prompt, text.length);
	case 'Y' & CONTROL:
		return yank(prompt);
	case INPUT_UP:
	case 'P' & CONTROL:
		return recall(prompt, prompt->recalled + 1);
	case INPUT_DOWN:
	case 'N' & CONTROL:
		return recall(prompt, prompt->recalled ? prompt->recalled - 1 : 0);
	default:
		return move_by_key(prompt, input);
	}
}

enum prompt_result prompt_key(struct prompt *prompt, uint32_t input)
{
	switch (input) {
	case INPUT_ENTER:
		return PROMPT_ACCEPTED;
	case INPUT_TAB:
		return PROMPT_COMPLETE;
	case INPUT_ESCAPE:
	case 'C' & CONTROL:
	case 'G' & CONTROL:
		return PROMPT_CANCELLED;
	default:
		if (input >= ' ' && input != DELETE && input <= CHARACTER_MOST)
			return type(prompt, input);
		return edit_by_key(prompt, input);
	}
}

void prompt_begin(struct prompt *prompt, const struct history *history)
{
	*prompt = (struct prompt){.history = history};
}

void prompt_finish(struct prompt *prompt)
{
	buffer_finish(&prompt->text);
	buffer_finish(&prompt->own);
	buffer_finish(&prompt->killed);
}
