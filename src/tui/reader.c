#include "tui/reader.h"

#include "base/memory.h"
#include "layout/plain.h"
#include "tui/command_line.h"
#include "tui/help.h"
#include "tui/input.h"
#include "tui/link_page.h"

#include <stdlib.h>

enum {
	COPY_WIDTH = 72, /* columns of copied text: that of mail */
	SETTLED_HERE = EFFECT_HELP | EFFECT_LINKS | EFFECT_SEARCH | EFFECT_FILTER | EFFECT_COMMAND |
		       EFFECT_CANCEL,
	PAGE_LEVEL = 3, /* pages are open */
};

struct view *reader_view(const struct reader *reader)
{
	return &reader->page->view;
}

struct view *reader_document(const struct reader *reader)
{
	struct page *page = reader->page;
	while (page->below)
		page = page->below;
	return &page->view;
}

/* Numbers open links on the page of links, and there they are no counts. */
static void set_numbers(struct reader *reader)
{
	const struct view *view = reader_view(reader);
	bool counts = view->kind != VIEW_LINKS;
	reader->changes++;
	keys_forget(&reader->keys);
	reader->keys.number_most = counts ? 0 : (int)view->doc->link_count;
}

void reader_init(struct reader *reader, const struct doc *doc, struct view_settings settings,
	const struct keymap *keymap)
{
	*reader = (struct reader){.keymap = keymap};
	reader->page = memory_allocate(sizeof *reader->page);
	*reader->page = (struct page){.below = NULL};
	view_init(&reader->page->view, doc, settings);
	keys_init(&reader->keys, keymap);
}

/* Pages */

static struct page *add_page(struct reader *reader)
{
	struct page *page = memory_allocate(sizeof *page);
	*page = (struct page){.below = reader->page};
	return page;
}

static void show_page(struct reader *reader, struct page *page, enum view_kind kind)
{
	const struct view *below = reader_view(reader);
	view_init(&page->view, &page->doc,
		(struct view_settings){.kind = kind,
			.level = PAGE_LEVEL,
			.rows = below->rows,
			.columns = below->columns,
			.ascii = below->ascii});
	reader->page = page;
	set_numbers(reader);
}

static void leave_page(struct reader *reader)
{
	struct page *page = reader->page;
	reader->page = page->below;
	view_finish(&page->view);
	arena_finish(&page->arena);
	free(page);
	set_numbers(reader);
}

static void leave_all_pages(struct reader *reader)
{
	while (reader->page->below)
		leave_page(reader);
}

static void toggle_help(struct reader *reader)
{
	if (reader_view(reader)->kind == VIEW_HELP) {
		leave_page(reader);
		return;
	}
	struct page *page = add_page(reader);
	help_make(&page->doc, &page->arena, reader->keymap);
	show_page(reader, page, VIEW_HELP);
}

static void toggle_links(struct reader *reader)
{
	const struct view *document = reader_document(reader);
	if (reader_view(reader)->kind == VIEW_LINKS) {
		leave_page(reader);
		return;
	}
	if (!document->doc->link_count) {
		view_tell(reader_view(reader), TEXT("There are no links"));
		return;
	}
	leave_all_pages(reader);
	struct page *page = add_page(reader);
	link_page_make(&page->doc, &page->arena, document->doc);
	show_page(reader, page, VIEW_LINKS);
}

/* Questions */

static void ask(struct reader *reader, enum question question)
{
	reader->question = question;
	reader->completion = 0;
	keys_forget(&reader->keys);
	prompt_begin(&reader->prompt, &reader->histories[question]);
	if (question != QUESTION_COMMAND)
		view_begin(reader_view(reader));
}

static void stop_asking(struct reader *reader)
{
	prompt_finish(&reader->prompt);
	reader->question = QUESTION_NONE;
}

static struct text answer(const struct reader *reader)
{
	return prompt_text(&reader->prompt);
}

static void tell_not_found(struct view *view, struct text text)
{
	struct arena arena = {0};
	view_tell(view, arena_format(&arena, "Not found: %s", arena_copy(&arena, text).bytes));
	arena_finish(&arena);
}

/* An empty answer stands for the newest of before, as in less and vim. */
static void search_for_last(struct reader *reader)
{
	const struct history *history = &reader->histories[QUESTION_SEARCH];
	struct view *view = reader_view(reader);
	view_search_cancel(view);
	if (history->count)
		view_search_repeat(view, buffer_text(&history->lines[history->count - 1]));
}

static void accept_search(struct reader *reader)
{
	struct view *view = reader_view(reader);
	if (!answer(reader).length) {
		search_for_last(reader);
	} else if (view->search.count) {
		view_search_accept(view);
	} else {
		tell_not_found(view, answer(reader));
		view_search_fail(view);
	}
}

static void accept_filter(struct reader *reader)
{
	struct view *view = reader_view(reader);
	struct text text = answer(reader);
	if (!text.length) {
		view_filter_end(view);
	} else if (view_filter_set(view, text)) {
		view_filter_accept(view);
	} else {
		tell_not_found(view, text);
		view_filter_cancel(view);
	}
}

static unsigned do_command(struct reader *reader, struct command_key command);

static unsigned accept_command(struct reader *reader, struct text text)
{
	struct arena arena = {0};
	unsigned effects = EFFECT_DRAW;
	struct command_line line = command_line_read(text, reader_document(reader)->doc, &arena);
	if (line.problem.length) {
		view_tell(reader_view(reader), line.problem);
	} else if (line.block) {
		leave_all_pages(reader);
		view_go_to(reader_view(reader), line.block);
	} else if (line.command.action != ACTION_NONE) {
		effects |= do_command(reader, line.command);
	}
	arena_finish(&arena);
	return effects;
}

static unsigned accept(struct reader *reader)
{
	struct buffer line = {0};
	unsigned effects = EFFECT_DRAW;
	enum question question = reader->question;
	buffer_add(&line, answer(reader));
	if (question == QUESTION_SEARCH)
		accept_search(reader);
	else if (question == QUESTION_FILTER)
		accept_filter(reader);
	history_add(&reader->histories[question], buffer_text(&line));
	stop_asking(reader);
	if (question == QUESTION_COMMAND)
		effects |= accept_command(reader, buffer_text(&line));
	buffer_finish(&line);
	return effects;
}

static unsigned refuse(struct reader *reader)
{
	struct view *view = reader_view(reader);
	if (reader->question == QUESTION_FILTER)
		view_filter_cancel(view);
	else if (reader->question == QUESTION_SEARCH)
		view_search_cancel(view);
	stop_asking(reader);
	return EFFECT_DRAW;
}

static void follow_typing(struct reader *reader)
{
	struct view *view = reader_view(reader);
	reader->completion = 0;
	if (reader->question == QUESTION_SEARCH)
		view_search_set(view, answer(reader));
	else if (reader->question == QUESTION_FILTER && answer(reader).length)
		view_filter_set(view, answer(reader));
	else if (reader->question == QUESTION_FILTER)
		view_filter_end(view);
}

/* Goes round through what begins like what was typed, and back to that. */
static void complete(struct reader *reader, int direction)
{
	struct arena arena = {0};
	const struct doc *doc = reader_document(reader)->doc;
	if (reader->question != QUESTION_COMMAND)
		return;
	if (!reader->completion) {
		reader->stem.length = 0;
		buffer_add(&reader->stem, answer(reader));
	}
	struct text stem = buffer_text(&reader->stem);
	reader->completions = command_line_completions(stem, doc, reader->keymap);
	size_t ways = reader->completions + 1;
	reader->completion = (reader->completion + (direction > 0 ? 1 : ways - 1)) % ways;
	if (reader->completion)
		stem = command_line_complete(
			stem, reader->completion - 1, doc, reader->keymap, &arena);
	prompt_set(&reader->prompt, stem);
	arena_finish(&arena);
}

static unsigned take_answer(struct reader *reader, uint32_t input)
{
	if (input == INPUT_BACK_TAB) {
		complete(reader, -1);
		return EFFECT_DRAW;
	}
	switch (prompt_key(&reader->prompt, input)) {
	case PROMPT_ACCEPTED:
		return accept(reader);
	case PROMPT_CANCELLED:
		return refuse(reader);
	case PROMPT_EDITED:
		follow_typing(reader);
		return EFFECT_DRAW;
	case PROMPT_COMPLETE:
		complete(reader, 1);
		return EFFECT_DRAW;
	case PROMPT_MOVED:
		return EFFECT_DRAW;
	case PROMPT_NOTHING:
		break;
	}
	/* Esc and a key come as one when they come quickly. */
	if (!(input & INPUT_ALT))
		return EFFECT_NONE;
	unsigned effects = refuse(reader);
	return effects | reader_take(reader, input & ~(uint32_t)INPUT_ALT);
}

/* Commands */

static void tell_how_to_quit(struct reader *reader)
{
	struct arena arena = {0};
	struct text key = keymap_first(reader->keymap, ACTION_QUIT, &arena);
	view_tell(reader_view(reader), arena_format(&arena, "%s quits", key.bytes));
	arena_finish(&arena);
}

/* Effects that are done here. */
static unsigned settle(struct reader *reader, unsigned effects)
{
	bool on_page = reader->page->below;
	if (effects & (EFFECT_QUIT | EFFECT_CANCEL) && on_page) {
		leave_page(reader);
		return EFFECT_DRAW;
	}
	if (effects & EFFECT_HELP)
		toggle_help(reader);
	if (effects & EFFECT_LINKS)
		toggle_links(reader);
	if (effects & EFFECT_SEARCH)
		ask(reader, QUESTION_SEARCH);
	if (effects & EFFECT_FILTER)
		ask(reader, QUESTION_FILTER);
	if (effects & EFFECT_COMMAND)
		ask(reader, QUESTION_COMMAND);
	if (effects & SETTLED_HERE)
		effects |= EFFECT_DRAW;
	if (effects & EFFECT_CANCEL)
		tell_how_to_quit(reader);
	return effects;
}

/* The link of a number on the page of links. */
static unsigned follow_number(struct view *view, uint32_t number)
{
	struct arena arena = {0};
	if (view_go_to_link(view, number))
		return EFFECT_FOLLOW | EFFECT_DRAW;
	view_tell(view, arena_format(&arena, "There is no link %u", number));
	arena_finish(&arena);
	return EFFECT_DRAW;
}

static unsigned tell_barred(struct reader *reader, enum action action)
{
	struct arena arena = {0};
	view_tell(reader_view(reader),
		arena_format(&arena, "%s is not to be had here", action_row(action)->name));
	arena_finish(&arena);
	return EFFECT_DRAW;
}

static unsigned do_command(struct reader *reader, struct command_key command)
{
	struct view *view = reader_view(reader);
	if (reader->keymap->barred[command.action])
		return tell_barred(reader, command.action);
	if (view->kind == VIEW_LINKS && command.action == ACTION_SECTION)
		return follow_number(view, command.argument);
	return settle(reader, view_apply(view, command));
}

unsigned reader_go_on(struct reader *reader)
{
	unsigned effects = EFFECT_NONE;
	struct command_key command;
	/* What is for others to do is done before the next command changes what it is about. */
	while (!(effects & ~(unsigned)EFFECT_DRAW) && keys_next(&reader->keys, &command))
		effects |= do_command(reader, command);
	return effects;
}

static unsigned hide_code(struct reader *reader)
{
	reader->shows_code = false;
	reader->changes++;
	qr_finish(&reader->code);
	return EFFECT_DRAW;
}

/* True if keys were typed that are no command yet: the last line shows them. */
static bool is_typing(const struct reader *reader)
{
	return reader->keys.number || reader->keys.pending_count;
}

unsigned reader_take(struct reader *reader, uint32_t input)
{
	struct view *view = reader_view(reader);
	if (reader->shows_code)
		return hide_code(reader);
	if (reader->question != QUESTION_NONE)
		return take_answer(reader, input);
	if (view->hints.items && input & INPUT_ALT)
		return view_hint_key(view, INPUT_ESCAPE) |
		       reader_take(reader, input & ~(uint32_t)INPUT_ALT);
	if (view->hints.items)
		return view_hint_key(view, input);
	bool showed = is_typing(reader);
	keys_take(&reader->keys, input);
	unsigned effects = reader_go_on(reader);
	/* What is typed takes the place of a message that was read. */
	if (is_typing(reader))
		reader_view(reader)->message.length = 0;
	return effects | (showed || is_typing(reader) ? EFFECT_DRAW : EFFECT_NONE);
}

bool reader_waits(const struct reader *reader)
{
	return keys_waits(&reader->keys);
}

unsigned reader_pause(struct reader *reader)
{
	keys_pause(&reader->keys);
	return reader_go_on(reader) | EFFECT_DRAW;
}

unsigned reader_paste(struct reader *reader, struct text text)
{
	if (reader->question == QUESTION_NONE)
		return EFFECT_NONE;
	prompt_insert(&reader->prompt, text);
	follow_typing(reader);
	return EFFECT_DRAW;
}

unsigned reader_click(struct reader *reader, int row, int column)
{
	if (reader->shows_code)
		return hide_code(reader);
	if (reader->question != QUESTION_NONE)
		return EFFECT_NONE;
	return view_click(reader_view(reader), row, column);
}

void reader_resize(struct reader *reader, int rows, int columns)
{
	if (reader->shows_code)
		hide_code(reader);
	for (struct page *page = reader->page; page; page = page->below)
		view_resize(&page->view, rows, columns);
}

/* Help says the same of every document, in the same signs; the page of links does not. */
static bool keeps_pages(const struct reader *reader, bool ascii)
{
	for (const struct page *page = reader->page; page->below; page = page->below) {
		if (page->view.kind != VIEW_HELP || page->view.ascii != ascii)
			return false;
	}
	return true;
}

void reader_replace(struct reader *reader, const struct doc *doc, bool ascii)
{
	if (reader->question != QUESTION_NONE)
		refuse(reader);
	if (reader->shows_code)
		hide_code(reader);
	bool lists_links = reader_view(reader)->kind == VIEW_LINKS;
	if (!keeps_pages(reader, ascii))
		leave_all_pages(reader);
	reader->changes++;
	view_replace(reader_document(reader), doc, ascii);
	if (lists_links && doc->link_count)
		toggle_links(reader);
}

static struct text name_of(const struct block *block, struct arena *arena)
{
	struct buffer name = {0};
	for (const struct run *run = block->text.first; run; run = run->next)
		buffer_add(&name, run->text);
	struct text copy = arena_copy(arena, buffer_text(&name));
	buffer_finish(&name);
	return copy;
}

struct text reader_copy(const struct reader *reader, struct buffer *text, struct arena *arena)
{
	const struct view *view = reader_view(reader);
	uint32_t link = view_link(view);
	const struct block *block = view_block(view);
	if (link) {
		buffer_add(text, text_trim(doc_link(view->doc, link)->url));
		return arena_copy(arena, buffer_text(text));
	}
	const struct block *heading = block ? doc_heading(block) : NULL;
	if (!heading)
		heading = block;
	if (!heading)
		return TEXT("");
	plain_add_block(text, view->doc, heading, COPY_WIDTH, view->ascii);
	return name_of(heading, arena);
}

void reader_show_code(struct reader *reader, struct text url, const struct canvas *canvas)
{
	struct arena arena = {0};
	struct view *view = reader_view(reader);
	struct qr code;
	int columns;
	int rows;
	if (!qr_make(&code, url)) {
		view_tell(view, qr_is_available() ? TEXT("The address is too long for a QR code")
						  : TEXT("This vitae was built without QR codes"));
		return;
	}
	qr_size(&code, canvas, &columns, &rows);
	if (columns > canvas->columns || rows > view_text_rows(view)) {
		view_tell(view,
			arena_format(&arena, "The QR code needs a window of %d columns and %d rows",
				columns, rows + 1));
		arena_finish(&arena);
		qr_finish(&code);
		return;
	}
	reader->code = code;
	reader->code_url.length = 0;
	buffer_add(&reader->code_url, url);
	reader->shows_code = true;
	reader->changes++;
}

void reader_set_trouble(struct reader *reader, struct text trouble)
{
	reader->trouble.length = 0;
	buffer_add(&reader->trouble, trouble);
}

void reader_finish(struct reader *reader)
{
	if (reader->question != QUESTION_NONE)
		stop_asking(reader);
	if (reader->shows_code)
		hide_code(reader);
	leave_all_pages(reader);
	view_finish(&reader->page->view);
	free(reader->page);
	for (size_t i = 0; i < QUESTION_COUNT; i++)
		history_finish(&reader->histories[i]);
	buffer_finish(&reader->stem);
	buffer_finish(&reader->code_url);
	buffer_finish(&reader->trouble);
}
