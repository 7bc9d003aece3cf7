#include "base/unicode.h"
#include "vcard_parts.h"

enum { LINE_MOST = 75 }; /* bytes */

void vcard_escape(struct buffer *value, struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.bytes[i];
		if (byte == '\n') {
			buffer_add(value, TEXT("\\n"));
			continue;
		}
		if (byte == '\\' || byte == ',' || byte == ';')
			buffer_add_byte(value, '\\');
		buffer_add_byte(value, byte);
	}
}

void vcard_write_line(struct sink *sink, struct text name, struct buffer *value)
{
	struct buffer line = {0};
	size_t used = 0;
	size_t size;
	buffer_add(&line, name);
	buffer_add(&line, TEXT(":"));
	buffer_add(&line, buffer_text(value));
	struct text text = buffer_text(&line);
	for (size_t at = 0; at < text.length; at += size) {
		unicode_decode(text, at, &size);
		if (used + size > LINE_MOST) {
			sink_write(sink, TEXT("\r\n "));
			used = 1;
		}
		sink_write(sink, text_slice(text, at, at + size));
		used += size;
	}
	sink_write(sink, TEXT("\r\n"));
	buffer_finish(&line);
	value->length = 0;
}
