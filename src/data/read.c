#include "data/read.h"

#include "data/json.h"
#include "data/yaml.h"
#include "mend.h"

static struct node *read_rewritten(struct text source, struct arena *arena,
	struct diagnostics *diagnostics, struct yaml_fault *fault)
{
	struct buffer json = {0};
	json_rewrite(source, &json);
	struct node *root = yaml_read_or_fail(buffer_text(&json), arena, diagnostics, fault);
	buffer_finish(&json);
	return root;
}

/* As yaml_read_or_fail(). */
static struct node *read_once(struct text source, struct arena *arena,
	struct diagnostics *diagnostics, struct yaml_fault *fault)
{
	if (!json_is_likely(source))
		return yaml_read_or_fail(source, arena, diagnostics, fault);
	if (json_is_misread(source))
		return read_rewritten(source, arena, diagnostics, fault);
	struct yaml_fault second_fault;
	struct diagnostics first = {0};
	struct diagnostics second = {0};
	struct node *root = yaml_read_or_fail(source, arena, &first, fault);
	/* With a comment in front, all is one text to YAML. */
	bool is_read = root && root->kind != NODE_SCALAR;
	/* What is wrong with the file as it was written is told of that. */
	struct node *rewritten =
		is_read ? NULL : read_rewritten(source, arena, &second, &second_fault);
	diagnostics_take(diagnostics, rewritten ? &second : &first);
	diagnostics_finish(&first);
	diagnostics_finish(&second);
	return rewritten ? rewritten : root;
}

struct node *data_read(struct text source, struct arena *arena, struct diagnostics *diagnostics)
{
	struct yaml_fault fault;
	struct diagnostics messages = {0};
	struct node *root = read_once(source, arena, &messages, &fault);
	if (!root)
		root = mend_read(source, read_once, &fault, arena, &messages);
	diagnostics_take(diagnostics, &messages);
	return root;
}
