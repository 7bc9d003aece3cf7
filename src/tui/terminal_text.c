#include "terminal_text.h"

#include "base/unicode.h"

void terminal_text_ascii(struct text text, struct buffer *ascii)
{
	for (size_t offset = 0; offset < text.length;) {
		size_t size = unicode_cluster(text, offset);
		if (size == 1 && (unsigned char)text.bytes[offset] < 0x80)
			buffer_add_byte(ascii, text.bytes[offset]);
		else
			buffer_add_repeated(
				ascii, '?', (size_t)unicode_measure(text, offset, &size));
		offset += size;
	}
}
