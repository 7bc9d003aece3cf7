/*
 * A résumé as a record: the names, shapes and values of JSON Resume 1.0.0, for other programs and
 * for files.
 * Knows nothing of file syntax.
 */
#ifndef VITAE_RESUME_RECORD_H
#define VITAE_RESUME_RECORD_H

#include "base/arena.h"
#include "data/node.h"

/*
 * Makes a record of a map in vitae's own names, which stays as it is. The schema of JSON Resume
 * accepts it whatever the file held; read again, it is the same résumé, and the same record. Dates
 * that can be said in numbers are: YYYY, YYYY-MM, YYYY-MM-DD. Whatever the schema has no shape for
 * has a key of vitae's own, see vitae(5). Left out are what is empty or commented out. Lives in
 * the arena and borrows texts of the tree. Linear time.
 */
struct node *record_make(const struct node *root, struct arena *arena);

/*
 * The same in the shapes that vitae has for them, without keys of its own, in place: for a file
 * that its author goes on with. The arena is that of the record.
 */
void record_make_native(struct node *record, struct arena *arena);

#endif
