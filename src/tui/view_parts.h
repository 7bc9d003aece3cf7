/*
 * What the parts of the view use of each other.
 */
#ifndef VITAE_TUI_VIEW_PARTS_H
#define VITAE_TUI_VIEW_PARTS_H

#include "tui/view.h"

/* Flags for each block of a document, by its number: copies, or if that is NULL all false. */
bool *view_flags(const struct doc *doc, const bool *flags);

/* Lines and blocks */

size_t view_window(const struct view *view);
size_t view_last_line(const struct view *view);
const struct line *view_line(const struct view *view, size_t number);
bool view_is_blank(const struct view *view, size_t number);

/* Moving */

/* Moves the window no further than needed for the cursor to be in it, and not past the end. */
void view_show_cursor(struct view *view);

/* Puts the cursor on a line, or the next that is not blank in that direction or else the other. */
void view_move_to(struct view *view, size_t number, int direction);
void view_move_by(struct view *view, size_t count, int direction);

/* Moves window and cursor together, so that the eye finds the cursor where it was. */
void view_page_by(struct view *view, size_t count, int direction);

/* Moves the window alone, as far as the cursor stays in it. */
void view_scroll_by(struct view *view, size_t count, int direction);

void view_go_to_section(struct view *view, uint32_t wanted);
void view_step_sections(struct view *view, size_t count, int direction);

/* Puts the cursor's line in a row of the window. */
void view_scroll_cursor_to(struct view *view, size_t row);

/* Places */

struct place view_place(const struct view *view);

/* Finds a place again; if its block is hidden now, the heading that hides it. Steps off links. */
void view_restore(struct view *view, struct place place);

/* Remembers a place, or where the reader is, as that to which '' goes back. */
void view_jump_from(struct view *view, struct place place);
void view_begin_jump(struct view *view);
void view_set_mark(struct view *view, uint32_t letter);
void view_jump_to_mark(struct view *view, uint32_t letter);

/* Folding */

void view_go_to_block(struct view *view, const struct block *block);
void view_open_as_at_start(struct view *view);
void view_toggle_heading(struct view *view, const struct block *heading);
void view_toggle_fold(struct view *view);
void view_open_fold(struct view *view);
void view_close_fold(struct view *view);
void view_go_in(struct view *view);
void view_go_out(struct view *view);
void view_open_all(struct view *view);
void view_close_all(struct view *view);
void view_set_level(struct view *view, uint32_t level);
void view_open_deep(struct view *view);
void view_close_deep(struct view *view);
void view_fold_all(struct view *view);
void view_toggle_deep(struct view *view);
void view_step_folds(struct view *view, size_t count, int direction);

/* Puts the lines together anew after folds or the filter changed, keeping the place. */
void view_update(struct view *view);

/* Opens what a block is in, for as long as a search lasts or for good. */
void view_reveal(struct view *view, const struct block *block, bool for_good);

/* Searching */

/* Searches for a text from now on, or for nothing; the cursor stays. */
void view_run_search(struct view *view, struct text text, unsigned options);
void view_clear_search(struct view *view);

/* Copies what is looked for, which may not be what it has already. */
void sought_set(struct sought *sought, struct text text, unsigned options);

void view_step_matches(struct view *view, size_t count, int direction);

/* Ends the search, or else the filter; false if there was neither. */
bool view_end_search(struct view *view);

/* Does the search anew, after the document or what is hidden of it changed. */
void view_search_again(struct view *view);
void view_filter_again(struct view *view);

/* Keeps what the filter is for view_filter_cancel(). */
void view_filter_remember(struct view *view);
void view_evidence(struct view *view);

/* Links and hints */

void view_step_links(struct view *view, size_t count, int direction);
void view_restore_focus(struct view *view, uint32_t focus);

/* Labels all links in the window, or the terms of the cursor's line. */
void view_show_link_hints(struct view *view);
void view_show_term_hints(struct view *view);
void view_hide_hints(struct view *view);

/* The cursor's line, or the one of the same block that names skills or tools, if that does not. */
size_t view_line_of_terms(const struct view *view);

/* True if the cursor is on a line of skills or tools that heads nothing. */
bool view_names_terms(const struct view *view);

#endif
