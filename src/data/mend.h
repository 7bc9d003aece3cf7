/*
 * Going on behind a mistake in YAML where it is clear what its author meant: the line is read as if
 * its value were quoted. Knows nothing of libyaml or of what the keys mean.
 */
#ifndef VITAE_DATA_MEND_H
#define VITAE_DATA_MEND_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/text.h"
#include "data/node.h"
#include "data/yaml.h"

/* What a text is read with, time after time: as yaml_read_or_fail(). */
typedef struct node *(*mend_reader)(struct text source, struct arena *arena,
	struct diagnostics *diagnostics, struct yaml_fault *fault);

/*
 * Reads what failed with that fault and those messages, again and again, each time with one mistake
 * less. Returns the tree of the mended text, or NULL if there is a mistake that nothing is clear
 * about; then the messages end with it, else all errors were mended. All positions are those of
 * the file as written. Bounded in the number of mistakes and in the bytes read.
 */
struct node *mend_read(struct text source, mend_reader read, const struct yaml_fault *fault,
	struct arena *arena, struct diagnostics *diagnostics);

#endif
