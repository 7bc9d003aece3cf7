#include "base/linebreak.h"

#include "base/unicode.h"
#include "linebreak_table.h"

#include <string.h>

/* Sets of classes, so that a rule is one test of a bit. */
#define SET(name) (UINT64_C(1) << CLASS_##name)
#define ANY UINT64_MAX
#define HARD (SET(BK) | SET(CR) | SET(LF) | SET(NL))
#define MARK (SET(CM) | SET(ZWJ))
#define LETTER (SET(AL) | SET(HL))
#define AFTER (SET(BA) | SET(SHY))
#define OPEN (SET(OP) | SET(OPW))
#define CLOSE (SET(CL) | SET(CP))
#define SIGN (SET(PR) | SET(PO))
#define PICTURE (SET(ID) | SET(IDX) | SET(EB) | SET(EM))
#define HANGUL (SET(H2) | SET(H3) | SET(JL) | SET(JV) | SET(JT))
#define IDEOGRAPHIC (PICTURE | HANGUL | SET(NS) | SET(RI))

_Static_assert(CLASS_START < 64, "a set of classes has 64 bits");
_Static_assert(CLASS_AL == 0 && CLASS_NU == 1, "is_word() compares");

enum decision {
	UNDECIDED,
	PROHIBITED,
	ALLOWED,
	MANDATORY,
};

/* Where the text stands in the regular expression of LB25, after its first digit. */
enum number {
	NUMBER_NONE,
	NUMBER_INSIDE, /* NU (NU | SY | IS)* */
	NUMBER_CLOSED, /* ... (CL | CP) */
};

struct state {
	struct text text;
	size_t next;                   /* offset after the character that is looked at */
	enum line_class last;          /* of the character before it */
	enum line_class previous;      /* as last, but of what a mark belongs to: LB9 */
	enum line_class before_spaces; /* when last is SP: previous before the run of spaces */
	enum number number;
	bool is_odd_regional;  /* RI is the first of a pair */
	bool is_hebrew_hyphen; /* previous is HY or BA after HL: LB21a */
};

static bool is_in(enum line_class member, uint64_t set)
{
	return (set >> member) & 1;
}

static bool is_word(enum line_class current)
{
	return current <= CLASS_NU;
}

static enum line_class read_class(struct text text, size_t offset, size_t *size)
{
	unsigned char byte = (unsigned char)text.bytes[offset];
	if (byte < CLASS_BLOCK) {
		*size = 1;
		return (enum line_class)class_rows[0][byte];
	}
	uint32_t character = unicode_decode(text, offset, size);
	size_t row = class_blocks[character / CLASS_BLOCK];
	return (enum line_class)class_rows[row][character % CLASS_BLOCK];
}

/* LB2 to LB8a: what no later rule can change. */
static enum decision decide_fixed(const struct state *state, enum line_class current)
{
	enum line_class last = state->last;
	if (last == CLASS_START) /* LB2 */
		return PROHIBITED;
	if (last == CLASS_CR && current == CLASS_LF) /* LB5 */
		return PROHIBITED;
	if (is_in(last, HARD)) /* LB4, LB5 */
		return MANDATORY;
	if (is_in(current, HARD | SET(SP) | SET(ZW))) /* LB6, LB7 */
		return PROHIBITED;
	if (last == CLASS_ZW || (last == CLASS_SP && state->before_spaces == CLASS_ZW)) /* LB8 */
		return ALLOWED;
	if (last == CLASS_ZWJ) /* LB8a */
		return PROHIBITED;
	return UNDECIDED;
}

/* LB11 to LB18: the rules that see through spaces. */
static enum decision decide_spaced(const struct state *state, enum line_class current)
{
	bool spaced = state->last == CLASS_SP;
	enum line_class before = spaced ? state->before_spaces : state->previous;
	if (current == CLASS_WJ || (!spaced && before == CLASS_WJ)) /* LB11 */
		return PROHIBITED;
	if (!spaced && before == CLASS_GL) /* LB12 */
		return PROHIBITED;
	if (!spaced && current == CLASS_GL && !is_in(before, AFTER | SET(HY))) /* LB12a */
		return PROHIBITED;
	if (is_in(current, CLOSE | SET(EX) | SET(IS) | SET(SY))) /* LB13 */
		return PROHIBITED;
	if (is_in(before, OPEN)) /* LB14 */
		return PROHIBITED;
	if (before == CLASS_QU && is_in(current, OPEN)) /* LB15 */
		return PROHIBITED;
	if (is_in(before, CLOSE) && current == CLASS_NS) /* LB16 */
		return PROHIBITED;
	if (before == CLASS_B2 && current == CLASS_B2) /* LB17 */
		return PROHIBITED;
	return spaced ? ALLOWED : UNDECIDED; /* LB18 */
}

/* The rules from LB21 on that only ask for two neighbours: no break between them. */
static bool is_joined(enum line_class before, enum line_class after)
{
	static const uint64_t joined[] = {
		[CLASS_AL] = LETTER | SET(NU) | SIGN | SET(OP), /* LB23, LB24, LB28, LB30 */
		[CLASS_HL] = LETTER | SET(NU) | SIGN | SET(OP), /* the same */
		[CLASS_NU] = LETTER | SET(OP),                  /* LB23, LB30 */
		[CLASS_CP] = LETTER | SET(NU),                  /* LB30 */
		[CLASS_IS] = LETTER,                            /* LB29 */
		[CLASS_SY] = SET(HL),                           /* LB21b */
		[CLASS_BB] = ANY,                               /* LB21 */
		[CLASS_HY] = SET(NU),          /* LB25, for which see is_in_number() too */
		[CLASS_OP] = SET(NU),          /* LB25 */
		[CLASS_OPW] = SET(NU),         /* LB25 */
		[CLASS_PO] = LETTER | SET(NU), /* LB24, LB25 */
		[CLASS_PR] = LETTER | SET(NU) | PICTURE | HANGUL, /* LB24, LB25, LB23a, LB27 */
		[CLASS_ID] = SET(PO),                             /* LB23a */
		[CLASS_IDX] = SET(PO) | SET(EM),                  /* LB23a, LB30b */
		[CLASS_EB] = SET(PO) | SET(EM),                   /* LB23a, LB30b */
		[CLASS_EM] = SET(PO),                             /* LB23a */
		[CLASS_JL] = SET(PO) | SET(H2) | SET(H3) | SET(JL) | SET(JV), /* LB27, LB26 */
		[CLASS_JV] = SET(PO) | SET(JV) | SET(JT),                     /* LB27, LB26 */
		[CLASS_H2] = SET(PO) | SET(JV) | SET(JT),                     /* LB27, LB26 */
		[CLASS_JT] = SET(PO) | SET(JT),                               /* LB27, LB26 */
		[CLASS_H3] = SET(PO) | SET(JT),                               /* LB27, LB26 */
		[CLASS_START] = 0,
	};
	const uint64_t always = AFTER | SET(HY) | SET(NS) | SET(IN); /* LB21, LB22 */
	return is_in(after, always | joined[before]);
}

/* Whether the character looked at, and its marks, are followed by a digit. */
static bool is_before_digit(const struct state *state)
{
	size_t size;
	for (size_t at = state->next; at < state->text.length; at += size) {
		enum line_class current = read_class(state->text, at, &size);
		if (!is_in(current, MARK))
			return current == CLASS_NU;
	}
	return false;
}

/* LB25 in the form of a regular expression: no break within a number, as in "$(1,234.56)%". */
static bool is_in_number(const struct state *state, enum line_class current)
{
	if (state->number != NUMBER_NONE && is_in(current, SIGN))
		return true;
	if (state->number == NUMBER_INSIDE && current == CLASS_NU)
		return true;
	return is_in(state->previous, SIGN) && is_in(current, OPEN | SET(HY)) &&
	       is_before_digit(state);
}

/* LB19 to LB31: between two characters without spaces. */
static enum decision decide_adjacent(const struct state *state, enum line_class current)
{
	enum line_class previous = state->previous;
	if (current == CLASS_QU || previous == CLASS_QU) /* LB19 */
		return PROHIBITED;
	if (current == CLASS_CB || previous == CLASS_CB) /* LB20 */
		return ALLOWED;
	if (state->is_hebrew_hyphen) /* LB21a */
		return PROHIBITED;
	if (current == CLASS_RI && state->is_odd_regional) /* LB30a */
		return PROHIBITED;
	if (is_joined(previous, current) || is_in_number(state, current))
		return PROHIBITED;
	return ALLOWED; /* LB31 */
}

static enum number next_number(enum number number, enum line_class current)
{
	if (current == CLASS_NU)
		return NUMBER_INSIDE;
	if (number != NUMBER_INSIDE)
		return NUMBER_NONE;
	if (is_in(current, SET(SY) | SET(IS)))
		return NUMBER_INSIDE;
	return is_in(current, CLOSE) ? NUMBER_CLOSED : NUMBER_NONE;
}

static void advance(struct state *state, enum line_class current)
{
	if (current == CLASS_SP && state->last != CLASS_SP)
		state->before_spaces = state->previous;
	state->number = next_number(state->number, current);
	state->is_odd_regional = current == CLASS_RI && !state->is_odd_regional;
	state->is_hebrew_hyphen = state->previous == CLASS_HL && is_in(current, AFTER | SET(HY));
	state->previous = current;
}

static enum linebreak kind_of(
	const struct state *state, enum line_class current, enum decision decision)
{
	if (decision == PROHIBITED)
		return LINEBREAK_NONE;
	if (decision == MANDATORY)
		return LINEBREAK_MUST;
	if (is_in(state->last, SET(SP) | SET(ZW)) || state->previous == CLASS_SHY)
		return LINEBREAK_BETWEEN;
	if (is_in(state->previous, IDEOGRAPHIC) || is_in(current, IDEOGRAPHIC))
		return LINEBREAK_BETWEEN;
	return LINEBREAK_INSIDE;
}

/* The break before the character looked at, which then becomes the last one. */
static enum linebreak step(struct state *state, enum line_class current)
{
	enum line_class real = current;
	enum decision decision = decide_fixed(state, current);
	if (is_in(current, MARK)) {
		if (!is_in(state->last, HARD | SET(START) | SET(SP) | SET(ZW))) {
			state->last = current; /* LB9 */
			return LINEBREAK_NONE;
		}
		current = CLASS_AL; /* LB10 */
	}
	if (decision == UNDECIDED)
		decision = decide_spaced(state, current);
	if (decision == UNDECIDED)
		decision = decide_adjacent(state, current);
	enum linebreak kind = kind_of(state, current, decision);
	advance(state, current);
	state->last = real;
	return kind;
}

/*
 * Goes over ASCII words and the spaces between them, and returns where they end. Nothing to
 * decide there, and most text is that: letters and digits do not part (LB23, LB25, LB28), and
 * always do at a space (LB18).
 */
static size_t skip_words(struct state *state, size_t at, unsigned char *breaks)
{
	const unsigned char *bytes = (const unsigned char *)state->text.bytes;
	size_t length = state->text.length;
	enum line_class current = state->last;
	size_t end = at; /* of the last word: blanks behind it need a closer look */
	bool after_space = false;
	if (!is_word(current))
		return at;
	/* Without branches on what a byte is: where words end cannot be foretold. */
	for (; at < length && bytes[at] < CLASS_BLOCK; at++) {
		enum line_class next = (enum line_class)class_rows[0][bytes[at]];
		bool word = is_word(next);
		if (!word && next != CLASS_SP)
			break;
		breaks[at] = (unsigned char)(LINEBREAK_BETWEEN * (word & after_space));
		after_space = !word;
		end = word ? at + 1 : end;
		current = word ? next : current;
	}
	state->last = state->previous = current;
	state->number = next_number(NUMBER_NONE, current);
	return end;
}

void linebreak_find(struct text text, unsigned char *breaks)
{
	struct state state = {.text = text, .last = CLASS_START, .previous = CLASS_START};
	if (text.length == 0)
		return;
	memset(breaks, LINEBREAK_NONE, text.length);
	for (size_t at = 0; (at = skip_words(&state, at, breaks)) < text.length;) {
		size_t size;
		enum line_class current = read_class(text, at, &size);
		state.next = at + size;
		breaks[at] = (unsigned char)step(&state, current);
		at = state.next;
	}
}

bool linebreak_is_certain(struct text text, size_t offset)
{
	size_t before = offset;
	while (before > 0 && text.bytes[before - 1] == ' ')
		before--;
	if (before == 0 || before == offset || offset >= text.length)
		return false;
	unsigned char last = (unsigned char)text.bytes[before - 1];
	unsigned char next = (unsigned char)text.bytes[offset];
	if (last >= CLASS_BLOCK || next >= CLASS_BLOCK)
		return false;
	/* LB13 and LB14 to LB17 are about other classes, and then LB18 allows it. */
	enum line_class current = (enum line_class)class_rows[0][last];
	return is_word((enum line_class)class_rows[0][next]) &&
	       (is_word(current) || current == CLASS_IS || current == CLASS_CP);
}
