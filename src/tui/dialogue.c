#include "dialogue.h"

#include "base/unicode.h"
#include "terminal_traits.h"

/* Pasted text is marked (mode 2004). */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
/* The wheel sends arrow keys (mode 1007), and afterwards does again what it did before. */
#define WHEEL_ON "\033[?1007s\033[?1007h"
#define WHEEL_OFF "\033[?1007r"
/* Clicks are reported, in decimal numbers. */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
/* Ends a string such as a hyperlink that is half written. */
#define STRING_END "\033\\"
/* None of its bytes is a control character to terminals that do not know UTF-8. */
#define NO_BREAK_SPACE "\u00A0"
#define ASK_CURSOR "\033[6n"
#define ASK_BACKGROUND "\033]11;?\033\\"
#define ASK_ATTRIBUTES "\033[c"

void dialogue_init(struct dialogue *dialogue, const char *name)
{
	*dialogue = (struct dialogue){
		.modern = terminal_is_modern(name),
		.answers = terminal_answers(name),
	};
}

void dialogue_add_start(const struct dialogue *dialogue, struct buffer *bytes)
{
	if (dialogue->answers)
		buffer_add(bytes, TEXT(PASTE_ON));
	if (dialogue->modern)
		buffer_add(bytes, TEXT(WHEEL_ON));
	if (dialogue->mouse)
		buffer_add(bytes, TEXT(MOUSE_ON));
}

void dialogue_add_end(const struct dialogue *dialogue, struct buffer *bytes)
{
	if (dialogue->mouse)
		buffer_add(bytes, TEXT(MOUSE_OFF));
	if (dialogue->modern)
		buffer_add(bytes, TEXT(WHEEL_OFF));
	if (dialogue->answers)
		buffer_add(bytes, TEXT(PASTE_OFF));
}

struct text dialogue_rescue(const struct dialogue *dialogue)
{
	if (dialogue->modern)
		return TEXT(STRING_END MOUSE_OFF WHEEL_OFF PASTE_OFF);
	return dialogue->answers ? TEXT(STRING_END MOUSE_OFF PASTE_OFF) : TEXT("");
}

struct text dialogue_mouse(bool on)
{
	return on ? TEXT(MOUSE_ON) : TEXT(MOUSE_OFF);
}

void dialogue_ask(struct dialogue *dialogue, uint32_t character, struct buffer *bytes)
{
	if (dialogue->asked || !dialogue->answers)
		return;
	dialogue->asked = true;
	if (character) {
		char encoded[4];
		size_t size = unicode_encode(character, encoded);
		buffer_add(bytes, TEXT("\r" NO_BREAK_SPACE ASK_CURSOR "\r"));
		buffer_add(bytes, (struct text){encoded, size});
		buffer_add(bytes, TEXT("\r"));
		dialogue->checks_utf8 = true;
	}
	buffer_add(bytes, TEXT(ASK_BACKGROUND ASK_ATTRIBUTES));
}

bool dialogue_learn(struct dialogue *dialogue, struct reply reply)
{
	bool news = false;
	if (reply.kind == REPLY_CURSOR && dialogue->checks_utf8) {
		news = dialogue->is_8_bit = reply.column > 1;
		dialogue->checks_utf8 = false;
	} else if (reply.kind == REPLY_BACKGROUND && dialogue->asked) {
		news = reply.background != dialogue->background;
		dialogue->background = reply.background;
	} else if (reply.kind == REPLY_ATTRIBUTES) {
		/* The last of the answers. */
		dialogue->checks_utf8 = false;
	}
	return news;
}
