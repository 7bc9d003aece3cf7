#include "resume/input.h"

#include "inputs.h"
#include "native.h"

#include <string.h>

static bool fits_all(const struct node *root)
{
	(void)root;
	return true;
}

const struct input inputs[] = {
	{"rendercv", "RenderCV: cv and its sections", false, rendercv_fits, rendercv_rewrite},
	{"yamlresume", "YAMLResume: content, locale, layouts", false, yamlresume_fits,
		yamlresume_rewrite},
	{"fresh", "FRESH, as HackMyResume reads it", false, fresh_fits, fresh_rewrite},
	{"jsonresume", "JSON Resume, and what vitae adds to it", true, jsonresume_fits,
		jsonresume_rewrite},
	{"other", "any other names, as far as they can be told", false, fits_all, other_rewrite},
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
	struct rewriting rewriting = {
		.arena = arena, .diagnostics = input->own ? diagnostics : NULL};
	bool has_maps = root->kind == NODE_LIST && root->first && root->first->kind == NODE_MAP;
	if (root->kind != NODE_MAP && !has_maps)
		return root;
	root = input->rewrite(root, &rewriting);
	if (root->kind == NODE_MAP)
		native_rewrite(&rewriting, root);
	return root;
}
