#include "resume/input.h"

#include <string.h>

static bool fits_all(const struct node *root)
{
	(void)root;
	return true;
}

static struct node *keep(struct node *root, struct rewriting *rewriting)
{
	(void)rewriting;
	return root;
}

const struct input inputs[] = {
	{"vitae", "JSON Resume, and what vitae adds to it", true, fits_all, keep},
	{NULL, NULL, false, NULL, NULL},
};

const struct input *input_find(const char *name)
{
	for (const struct input *input = inputs; input->name; input++) {
		if (strcmp(input->name, name) == 0)
			return input;
	}
	return NULL;
}

const struct input *input_recognise(const struct node *root)
{
	const struct input *input = inputs;
	while (!input->fits(root))
		input++;
	return input;
}

struct node *input_to_native(const struct input *input, struct node *root, struct arena *arena,
	struct diagnostics *diagnostics)
{
	struct rewriting rewriting = {.arena = arena, .diagnostics = diagnostics};
	return input->rewrite(root, &rewriting);
}
