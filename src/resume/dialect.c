#include "resume/dialect.h"

#include "dialects.h"
#include "native.h"
#include "own.h"

#include <string.h>

static bool fits_all(const struct node *root)
{
	(void)root;
	return true;
}

const struct dialect dialects[] = {
	{"rendercv", "RenderCV: cv and its sections", false, rendercv_fits, rendercv_rewrite},
	{"yamlresume", "YAMLResume: content, locale, layouts", false, yamlresume_fits,
		yamlresume_rewrite},
	{"fresh", "FRESH, as HackMyResume reads it", false, fresh_fits, fresh_rewrite},
	{"jsonresume", "JSON Resume, and what vitae adds to it", true, jsonresume_fits,
		jsonresume_rewrite},
	{"other", "any other names, as far as they can be told", false, fits_all, other_rewrite},
	{NULL, NULL, false, NULL, NULL},
};

const struct dialect *dialect_find(const char *name)
{
	for (const struct dialect *dialect = dialects; dialect->name; dialect++) {
		if (strcmp(dialect->name, name) == 0)
			return dialect;
	}
	return NULL;
}

const struct dialect *dialect_recognise(const struct node *root)
{
	const struct dialect *dialect = dialects;
	while (!dialect->fits(root))
		dialect++;
	return dialect;
}

struct node *dialect_to_native(const struct dialect *dialect, struct node *root,
	struct arena *arena, struct diagnostics *diagnostics)
{
	struct rewriting rewriting = {.arena = arena,
		.diagnostics = dialect->own ? diagnostics : NULL,
		.is_own = dialect->own};
	bool has_maps = root->kind == NODE_LIST && root->first && root->first->kind == NODE_MAP;
	if (root->kind != NODE_MAP && !has_maps)
		return root;
	own_take(&rewriting, root);
	root = dialect->rewrite(root, &rewriting);
	if (root->kind == NODE_MAP)
		native_rewrite(&rewriting, root);
	return root;
}
