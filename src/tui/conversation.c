#include "conversation.h"

#include "base/pattern.h"
#include "base/url.h"
#include "layout/wrap.h"
#include "outline.h"
#include "speak.h"
#include "tui/link_page.h"

#include <stdint.h>

enum {
	NUMBER_MOST = 100000,
	EXCERPT_BYTES = 100, /* of a long text, around what was found */
};

/* A line while it is answered. */
struct answer {
	struct conversation *conversation;
	struct speaker speaker;
	struct arena *arena;   /* until it is answered */
	struct text arguments; /* what follows the command's word */
};

/* A kind of line. */
struct request {
	const char *word;
	const char *arguments;   /* what is to follow the word, or NULL */
	const char *description; /* NULL if help is silent about it */
	enum conversation_effect (*answer)(struct answer *answer);
};

static const struct doc *doc_of(const struct answer *answer)
{
	return answer->conversation->doc;
}

/* The words of runs, for lines of our own. */
static struct text words_of(const struct answer *answer, const struct runs *runs)
{
	return paragraph_make(doc_of(answer), runs, false, answer->arena).text;
}

#define SPELL(text) (int)(text).length, (text).bytes

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static struct text count_entries(const struct answer *answer, const struct block *section)
{
	size_t count = outline_part_count(section);
	return count ? arena_format(answer->arena, ", %zu entr%s", count, count == 1 ? "y" : "ies")
		     : TEXT("");
}

static const struct block *header_of(const struct doc *doc)
{
	const struct block *first = doc->root->first;
	return first && first->kind == BLOCK_HEADER ? first : NULL;
}

/* For a number that is asked for where only those up to last are. */
static void speak_of_missing(struct answer *answer, const char *what, size_t number, size_t last)
{
	if (last)
		speak(&answer->speaker, "There is no %s %zu; the last is %zu.", what, number, last);
	else
		speak(&answer->speaker, "There is no %s %zu; there are none.", what, number);
}

/* Reading */

static void list_sections(struct answer *answer)
{
	const struct doc *doc = doc_of(answer);
	const struct block *header = header_of(doc);
	const struct block *section;
	speak(&answer->speaker, "Sections:");
	if (header) {
		struct text name = words_of(answer, &header->text);
		speak(&answer->speaker, name.length ? "0. About %.*s" : "0. The beginning%.*s",
			SPELL(name));
	}
	for (size_t i = 1; (section = outline_section(doc, i)); i++) {
		struct text title = words_of(answer, &section->text);
		struct text count = count_entries(answer, section);
		speak(&answer->speaker, "%zu. %.*s%.*s", i, SPELL(title), SPELL(count));
	}
}

static void read_section(struct answer *answer, const struct block *section, size_t number)
{
	struct text title = words_of(answer, &section->text);
	struct text count = count_entries(answer, section);
	speak(&answer->speaker, "Section %zu of %zu: %.*s%.*s", number,
		outline_section_count(doc_of(answer)), SPELL(title), SPELL(count));
	speak_content(&answer->speaker, doc_of(answer), section, number);
}

static void read_part(struct answer *answer, const struct block *section, size_t number)
{
	struct text title = words_of(answer, &section->text);
	size_t count = outline_part_count(section);
	const struct block *part = NULL;
	if (number > count) {
		speak_of_missing(answer, "entry", number, count);
		return;
	}
	for (size_t i = 0; i < number; i++)
		part = outline_next_part(section, part);
	speak(&answer->speaker, "Entry %zu of %zu in %.*s:", number, count, SPELL(title));
	speak_block(&answer->speaker, doc_of(answer), part);
}

/* "2" or "2.3"; also "2." and "#2", as people write numbers. */
struct place {
	size_t section;
	size_t part; /* 0 for the whole section */
};

/* Takes digits off the beginning of text; false if there are none. */
static bool take_number(struct text *text, size_t *number)
{
	size_t i = 0;
	*number = 0;
	for (; i < text->length && text->bytes[i] >= '0' && text->bytes[i] <= '9'; i++) {
		if (*number < NUMBER_MOST)
			*number = *number * 10 + (size_t)(text->bytes[i] - '0');
	}
	*text = text_slice(*text, i, text->length);
	return i > 0;
}

static bool take_sign(struct text *text, char sign)
{
	bool found = text->length && text->bytes[0] == sign;
	*text = text_slice(*text, found, text->length);
	return found;
}

static bool parse_place(struct text text, struct place *place)
{
	place->part = 0;
	take_sign(&text, '#');
	if (!take_number(&text, &place->section))
		return false;
	if (take_sign(&text, '.') && text.length && !take_number(&text, &place->part))
		return false;
	return text.length == 0;
}

static enum conversation_effect read_place(struct answer *answer, struct place place)
{
	const struct doc *doc = doc_of(answer);
	const struct block *section = outline_section(doc, place.section);
	if (place.section == 0 && header_of(doc))
		speak_block(&answer->speaker, doc, header_of(doc));
	else if (place.section == 0 || !section)
		speak_of_missing(answer, "section", place.section, outline_section_count(doc));
	else if (place.part)
		read_part(answer, section, place.part);
	else
		read_section(answer, section, place.section);
	return CONVERSATION_GO_ON;
}

static enum conversation_effect answer_all(struct answer *answer)
{
	const struct block *block = doc_of(answer)->root->first;
	size_t number = 0;
	for (; block; block = block->next) {
		if (block->kind == BLOCK_SECTION)
			read_section(answer, block, ++number);
		else
			speak_block(&answer->speaker, doc_of(answer), block);
		if (block->next)
			sink_write(answer->speaker.sink, TEXT("\n"));
	}
	return CONVERSATION_GO_ON;
}

static enum conversation_effect answer_sections(struct answer *answer)
{
	struct place place;
	if (parse_place(answer->arguments, &place))
		return read_place(answer, place);
	list_sections(answer);
	return CONVERSATION_GO_ON;
}

/* Finding */

/* What is searched, and what was found so far. */
struct finding {
	struct answer *answer;
	struct pattern pattern;
	struct speaker speaker;      /* collects what was found */
	size_t section;              /* the number of the one being searched */
	size_t parts;                /* of it, so far */
	const struct block *heading; /* the block with a number that is being searched, or NULL */
	bool named;                  /* its number was said */
	size_t count;                /* of numbers said so far */
};

/* The text around what was found, cut at blanks where it is long. */
static struct text excerpt(struct text text, struct range range)
{
	size_t start = range.start > EXCERPT_BYTES / 2 ? range.start - EXCERPT_BYTES / 2 : 0;
	size_t end = start + EXCERPT_BYTES;
	if (start)
		start = text_find(text, start, ' ');
	if (start > range.start)
		start = range.start;
	if (end < range.end)
		end = range.end;
	return text_trim(text_slice(text, start, text_find(text, end, ' ')));
}

static void name_place(struct finding *finding)
{
	const struct block *heading = finding->heading;
	struct text title = words_of(finding->answer, &heading->text);
	struct text label = words_of(finding->answer, &heading->label);
	const char *between = label.length && title.length ? ": " : "";
	if (outline_is_part(heading))
		speak(&finding->speaker, "%zu.%zu %.*s%s%.*s", finding->section, finding->parts,
			SPELL(label), between, SPELL(title));
	else
		speak(&finding->speaker, "%zu %.*s", finding->section, SPELL(title));
	finding->named = true;
	finding->count++;
}

static void search_runs(struct finding *finding, const struct block *block, const struct runs *runs)
{
	struct text text = words_of(finding->answer, runs);
	struct range range;
	if (!pattern_find(&finding->pattern, text, 0, &range))
		return;
	if (!finding->named)
		name_place(finding);
	bool is_told = block == finding->heading && runs != &block->aside;
	if (is_told)
		return;
	struct text around = excerpt(text, range);
	speak(&finding->speaker, "%s%.*s%s", around.bytes > text.bytes ? "... " : "", SPELL(around),
		around.bytes + around.length < text.bytes + text.length ? " ..." : "");
}

/* The block that has a number and that this one is in, or NULL. */
static const struct block *numbered_block(const struct block *block)
{
	while (block && block->kind != BLOCK_HEADER && block->kind != BLOCK_SECTION &&
		!outline_is_part(block))
		block = block->parent;
	return block;
}

static void note_place(struct finding *finding, const struct block *block)
{
	const struct block *heading = numbered_block(block);
	if (block->kind == BLOCK_SECTION) {
		finding->section++;
		finding->parts = 0;
	}
	finding->parts += outline_is_part(block);
	if (heading != finding->heading)
		finding->named = false;
	finding->heading = heading;
}

static void search_document(struct finding *finding)
{
	const struct block *block = doc_of(finding->answer)->root;
	for (; block; block = doc_next(block)) {
		note_place(finding, block);
		if (!finding->heading)
			continue;
		search_runs(finding, block, &block->label);
		search_runs(finding, block, &block->text);
		search_runs(finding, block, &block->aside);
	}
}

static enum conversation_effect answer_find(struct answer *answer)
{
	struct sink found;
	struct finding finding = {.answer = answer, .speaker = answer->speaker};
	if (!answer->arguments.length) {
		speak(&answer->speaker, "Type find and what to look for, such as: find engineer");
		return CONVERSATION_GO_ON;
	}
	sink_init(&found, -1);
	finding.speaker.sink = &found;
	pattern_init(&finding.pattern, answer->arguments, 0);
	search_document(&finding);
	if (finding.count)
		speak(&answer->speaker, "Found in %zu place%s:", finding.count,
			plural(finding.count));
	else
		speak(&answer->speaker, "Not found.");
	sink_write(answer->speaker.sink, sink_collected(&found));
	pattern_finish(&finding.pattern);
	sink_finish(&found);
	return CONVERSATION_GO_ON;
}

/* Links */

static enum conversation_effect answer_links(struct answer *answer)
{
	const struct doc *links = &answer->conversation->links;
	if (!links->link_count) {
		speak(&answer->speaker, "There are no links.");
		return CONVERSATION_GO_ON;
	}
	speak(&answer->speaker, "%zu link%s:", links->link_count, plural(links->link_count));
	speak_content(&answer->speaker, links, links->root, 0);
	return CONVERSATION_GO_ON;
}

/* "3", also "[3]" as it stands in the text; false if it is no number. */
static bool parse_link(struct text text, size_t *number)
{
	take_sign(&text, '[');
	take_sign(&text, '#');
	bool found = take_number(&text, number);
	take_sign(&text, ']');
	return found && !text.length;
}

static enum conversation_effect answer_open(struct answer *answer)
{
	struct conversation *conversation = answer->conversation;
	size_t count = conversation->links.link_count;
	size_t number;
	if (!parse_link(answer->arguments, &number)) {
		speak(&answer->speaker, "Type open and the number of a link, such as: open 1");
		return CONVERSATION_GO_ON;
	}
	if (number < 1 || number > count) {
		speak_of_missing(answer, "link", number, count);
		return CONVERSATION_GO_ON;
	}
	struct text url = doc_link(&conversation->links, (uint32_t)number)->url;
	if (url_make_safe(url, &conversation->arena, &conversation->address))
		return CONVERSATION_OPEN;
	speak(&answer->speaker, "That is not an address that can be opened:\n%.*s", SPELL(url));
	return CONVERSATION_GO_ON;
}

/* Requests */

static enum conversation_effect answer_quit(struct answer *answer)
{
	(void)answer;
	return CONVERSATION_QUIT;
}

static enum conversation_effect answer_help(struct answer *answer);

static const struct request requests[] = {
	{"sections", "[NUMBER]", "list the sections, as an empty line does, or read one",
		answer_sections},
	{"all", NULL, "read everything", answer_all},
	{"find", "WORDS", "list what holds these words; so does /WORDS", answer_find},
	{"links", NULL, "list all links with their numbers and addresses", answer_links},
	{"open", "NUMBER", "open that link in a browser, or tell its address", answer_open},
	{"help", NULL, "list the commands", answer_help},
	{"quit", NULL, "quit; so does the end of input, Ctrl-D", answer_quit},
	{"exit", NULL, NULL, answer_quit},
	{NULL, NULL, NULL, NULL},
};

static enum conversation_effect answer_help(struct answer *answer)
{
	speak(&answer->speaker, "Type one of these, and Enter:");
	speak(&answer->speaker, "NUMBER: read that section, such as 2; 2.3 is its third entry");
	for (const struct request *request = requests; request->word; request++) {
		const char *arguments = request->arguments ? request->arguments : "";
		if (request->description)
			speak(&answer->speaker, "%s%s%s: %s", request->word, *arguments ? " " : "",
				arguments, request->description);
	}
	speak(&answer->speaker, "The first letter of a word is enough.");
	return CONVERSATION_GO_ON;
}

/* True if whole, which is in lower case, begins with the word in any case. */
static bool is_short_for(struct text word, const char *whole)
{
	for (size_t i = 0; i < word.length; i++) {
		if (!whole[i] || (word.bytes[i] | ' ') != whole[i])
			return false;
	}
	return word.length > 0;
}

/* The request that a line makes, and what follows its word; NULL if there is no such request. */
static const struct request *find_request(struct text line, struct text *arguments)
{
	size_t length = text_find(line, 0, ' ');
	struct text word = text_slice(line, 0, length);
	if (line.bytes[0] == '/') {
		word = TEXT("find");
		length = 1;
	}
	if (text_is(word, "?"))
		word = TEXT("help");
	const struct request *request = requests;
	while (request->word && !is_short_for(word, request->word))
		request++;
	*arguments = text_trim(text_slice(line, length, line.length));
	bool is_known = request->word && (request->arguments || !arguments->length);
	return is_known ? request : NULL;
}

static enum conversation_effect answer_line(struct answer *answer, struct text line)
{
	struct place place;
	if (!line.length)
		return answer_sections(answer);
	if (parse_place(line, &place))
		return read_place(answer, place);
	const struct request *request = find_request(line, &answer->arguments);
	if (request)
		return request->answer(answer);
	speak(&answer->speaker, "Not understood. Type a number to read that section, or help.");
	return CONVERSATION_GO_ON;
}

void conversation_init(
	struct conversation *conversation, const struct doc *doc, int width, bool ascii)
{
	*conversation = (struct conversation){.doc = doc, .width = width, .ascii = ascii};
	link_page_make(&conversation->links, &conversation->arena, doc);
}

static struct answer begin_answer(
	struct conversation *conversation, struct sink *sink, struct arena *arena)
{
	return (struct answer){.conversation = conversation,
		.speaker = {sink, conversation->width, conversation->ascii},
		.arena = arena};
}

void conversation_begin(struct conversation *conversation, struct sink *sink)
{
	struct arena arena = {0};
	struct answer answer = begin_answer(conversation, sink, &arena);
	const struct block *header = header_of(conversation->doc);
	struct text name = header ? words_of(&answer, &header->text) : conversation->doc->title;
	struct text title = header ? words_of(&answer, &header->aside) : TEXT("");
	speak(&answer.speaker, "%.*s", SPELL(name));
	speak(&answer.speaker, "%.*s", SPELL(title));
	if (name.length || title.length)
		sink_write(sink, TEXT("\n"));
	list_sections(&answer);
	sink_write(sink, TEXT("\n"));
	speak(&answer.speaker, "Type a number to read that section, help for more, or quit.");
	arena_finish(&arena);
}

enum conversation_effect conversation_answer(
	struct conversation *conversation, struct text line, struct sink *sink)
{
	struct arena arena = {0};
	struct answer answer = begin_answer(conversation, sink, &arena);
	enum conversation_effect effect = answer_line(&answer, text_trim(line));
	arena_finish(&arena);
	return effect;
}

void conversation_finish(struct conversation *conversation)
{
	arena_finish(&conversation->arena);
}
