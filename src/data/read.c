#include "data/read.h"

#include "data/json.h"
#include "data/yaml.h"

static struct node *read_rewritten(
	struct text source, struct arena *arena, struct diagnostics *diagnostics)
{
	struct buffer json = {0};
	json_rewrite(source, &json);
	struct node *root = yaml_read(buffer_text(&json), arena, diagnostics);
	buffer_finish(&json);
	return root;
}

struct node *data_read(struct text source, struct arena *arena, struct diagnostics *diagnostics)
{
	if (!json_is_likely(source))
		return yaml_read(source, arena, diagnostics);
	if (json_is_misread(source))
		return read_rewritten(source, arena, diagnostics);
	struct diagnostics first = {0};
	struct diagnostics second = {0};
	struct node *root = yaml_read(source, arena, &first);
	/* What is wrong with the file as it was written is told of that. */
	struct node *rewritten = root ? NULL : read_rewritten(source, arena, &second);
	diagnostics_take(diagnostics, rewritten ? &second : &first);
	diagnostics_finish(&first);
	diagnostics_finish(&second);
	return rewritten ? rewritten : root;
}
