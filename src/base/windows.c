#include "base/windows.h"

#include "base/unicode.h"

enum { FIRST = 0x80, BEHIND = 0xA0 };

/* From 0x80 on, as unicode.org has it in CP1252.TXT; elsewhere it is ISO 8859-1. */
static const uint16_t characters[BEHIND - FIRST] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026,
	0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019,
	0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
	0x0178};

uint32_t windows_decode(unsigned char byte)
{
	if (byte < FIRST || byte >= BEHIND)
		return byte;
	uint32_t character = characters[byte - FIRST];
	return character ? character : UNICODE_REPLACEMENT;
}

int windows_encode(uint32_t character)
{
	if (character <= 0xFF)
		return (int)character;
	for (int i = 0; i < BEHIND - FIRST; i++) {
		if (characters[i] == character)
			return FIRST + i;
	}
	return -1;
}
