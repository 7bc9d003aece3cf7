#include "base/slip.h"

enum { LENGTH_MOST = 64, BYTES_FOR_AN_EDIT = 3 };

/* Row i: edits from the first i bytes written to as many of those meant as the column says. */
typedef int edit_row[LENGTH_MOST + 1];

static bool equal_at(struct text a, size_t i, struct text b, size_t j)
{
	return text_lower(a.bytes[i]) == text_lower(b.bytes[j]);
}

static int least(int a, int b, int c)
{
	int less = a < b ? a : b;
	return less < c ? less : c;
}

/* Optimal string alignment: Levenshtein's distance with swaps of neighbours that stay so. */
static int align(struct text written, struct text meant)
{
	edit_row rows[LENGTH_MOST + 1];
	for (size_t j = 0; j <= meant.length; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= written.length; i++) {
		rows[i][0] = (int)i;
		for (size_t j = 1; j <= meant.length; j++) {
			int differs = equal_at(written, i - 1, meant, j - 1) ? 0 : 1;
			rows[i][j] = least(rows[i - 1][j] + 1, rows[i][j - 1] + 1,
				rows[i - 1][j - 1] + differs);
			bool swapped = i > 1 && j > 1 && equal_at(written, i - 1, meant, j - 2) &&
				       equal_at(written, i - 2, meant, j - 1);
			if (swapped && rows[i - 2][j - 2] + 1 < rows[i][j])
				rows[i][j] = rows[i - 2][j - 2] + 1;
		}
	}
	return rows[written.length][meant.length];
}

int slip_distance(struct text written, struct text meant)
{
	if (written.length > LENGTH_MOST || meant.length > LENGTH_MOST)
		return -1;
	int distance = align(written, meant);
	return (size_t)distance * BYTES_FOR_AN_EDIT <= written.length ? distance : -1;
}
