/*
 * A file's bytes as a tree of nodes, whichever of YAML and JSON they are.
 * Knows nothing of what the keys mean.
 */
#ifndef VITAE_DATA_READ_H
#define VITAE_DATA_READ_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/text.h"
#include "data/node.h"

/*
 * As yaml_read(), also for JSON that yaml_read() would refuse or take for something else, and with
 * mistakes in it as long as it is clear what was meant: the list then has an error for each.
 */
struct node *data_read(struct text source, struct arena *arena, struct diagnostics *diagnostics);

#endif
