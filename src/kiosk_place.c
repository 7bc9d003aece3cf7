#include "kiosk_place.h"

#include "data/source.h"
#include "data/yaml.h"
#include "kiosk_log.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <syslog.h>
#include <unistd.h>

/* The tests have a directory of their own, and are not run by root. */
#ifndef KIOSK_OWNER
#define KIOSK_OWNER 0
#endif

#define SETTINGS_FILE "kiosk.conf" /* no account has a name with a dot, so this is no résumé */

bool kiosk_is_account(struct text name)
{
	for (size_t i = 0; i < name.length; i++) {
		char byte = name.bytes[i];
		bool is_first = (byte >= 'a' && byte <= 'z') || byte == '_';
		if (!is_first && (i == 0 || !((byte >= '0' && byte <= '9') || byte == '-')))
			return false;
	}
	return name.length > 0 && name.length < KIOSK_ACCOUNT_SIZE;
}

bool kiosk_read_time(struct text text, int *seconds)
{
	size_t i = 0;
	long long number = 0;
	for (; i < text.length && text.bytes[i] >= '0' && text.bytes[i] <= '9'; i++) {
		if (number <= KIOSK_LIFE_MOST)
			number = number * 10 + (text.bytes[i] - '0');
	}
	struct text unit = text_slice(text, i, text.length);
	if (text_is(unit, "h"))
		number *= 60 * 60;
	else if (text_is(unit, "m"))
		number *= 60;
	else if (unit.length && !text_is(unit, "s"))
		return false;
	if (i == 0 || number < 1 || number > KIOSK_LIFE_MOST)
		return false;
	*seconds = (int)number;
	return true;
}

/* True if nobody but the owner can change what is there. */
static bool is_safe(const char *path, mode_t kind)
{
	struct stat status;
	const char *fault = NULL;
	if (lstat(path, &status) != 0)
		fault = strerror(errno);
	else if ((status.st_mode & S_IFMT) != kind)
		fault = kind == S_IFDIR ? "is no directory" : "is no regular file";
	else if (status.st_uid != KIOSK_OWNER)
		fault = "does not belong to root";
	else if (status.st_mode & (S_IWGRP | S_IWOTH))
		fault = "can be written by others than root; use chmod go-w";
	if (fault)
		syslog(LOG_ERR, "%s: %s", path, fault);
	return !fault;
}

static void read_setting(const struct node *node, struct kiosk_place *place, const char *path)
{
	int *setting = text_is(node->key, "idle")   ? &place->idle
		       : text_is(node->key, "life") ? &place->life
						    : NULL;
	if (!setting)
		syslog(LOG_WARNING, "%s:%d: the settings are idle and life", path,
			node->key_position.line);
	else if (!kiosk_read_time(node_text(node), setting))
		syslog(LOG_WARNING, "%s:%d: write a time such as 90s, 10m or 1h, at most 24h", path,
			node->position.line);
}

static void read_settings(const char *path, struct kiosk_place *place)
{
	struct arena arena = {0};
	struct buffer bytes = {0};
	struct diagnostics diagnostics = {0};
	const struct node *root = NULL;
	if (access(path, F_OK) != 0 && errno == ENOENT)
		return;
	if (is_safe(path, S_IFREG) && source_read(path, &bytes, &diagnostics))
		root = yaml_read(buffer_text(&bytes), &arena, &diagnostics);
	if (root && root->kind == NODE_MAP) {
		for (const struct node *node = root->first; node; node = node->next)
			read_setting(node, place, path);
	}
	kiosk_log(&diagnostics, path, SEVERITY_NOTE);
	diagnostics_finish(&diagnostics);
	buffer_finish(&bytes);
	arena_finish(&arena);
}

static bool find_account(char account[KIOSK_ACCOUNT_SIZE])
{
	const struct passwd *entry = getpwuid(getuid());
	if (!entry)
		syslog(LOG_ERR, "there is no account with the number %u", (unsigned)getuid());
	else if (!kiosk_is_account(text_from(entry->pw_name)))
		syslog(LOG_ERR, "the account's name has other signs than a-z, 0-9, _ and -");
	else
		strcpy(account, entry->pw_name);
	return *account;
}

bool kiosk_find_place(struct kiosk_place *place)
{
	*place = (struct kiosk_place){.idle = KIOSK_IDLE, .life = KIOSK_LIFE};
	if (!find_account(place->account) || !is_safe(KIOSK_DIRECTORY, S_IFDIR))
		return false;
	read_settings(KIOSK_DIRECTORY "/" SETTINGS_FILE, place);
	snprintf(place->file, sizeof place->file, KIOSK_DIRECTORY "/%s.yaml", place->account);
	return is_safe(place->file, S_IFREG);
}
