/* SPDX-License-Identifier: MIT */
/* rapporteur search: a line for each statement and recommendation that has all
 * the words, newest first: number, item, who, text. */
#include <stdlib.h>

#include "verbs.h"

#include "base/utf8.h"
#include "store/search.h"

enum { HITS_MAX = 1000 };

static const char *const usage = "rapporteur search WORDS...";

static void add_hit(struct str *out, const struct hit_row *hit)
{
	char *text = utf8_enter(hit->text, true);

	hit_say_number(hit, out);
	str_addf(out, "\t%s\t%s\t%s\n", hit->item_printed ? hit->item_printed : "",
		hit->name ? hit->name : "", text);
	free(text);
}

static bool search(struct cli *cli, const char *words, struct err *err)
{
	size_t count;

	store_reads_begin(cli->store);
	const struct hit_row *hits =
		store_search(cli->store, cli->desk.session, words, HITS_MAX, &cli->arena, &count);
	struct str out;
	bool printed;

	str_init(&out);
	for (size_t i = 0; i < count; i++)
		add_hit(&out, &hits[i]);
	printed = store_reads_good(cli->store, err) && cli_print(out.text, out.length, err);
	str_clear(&out);
	return printed;
}

int search_verb(struct cli *cli, int argc, char **argv)
{
	struct err err = {0};
	struct str words;
	bool done;
	int count = verb_operands(cli, NULL, argc, argv, 1, argc, usage, &err);

	if (count < 0)
		return cli_fail(&err);
	str_init(&words);
	for (int i = 0; i < count; i++)
		str_addf(&words, "%s%s", i ? " " : "", argv[i]);
	done = cli_open(cli, STORE_OPEN_EXISTING, &err) && cli_desk(cli, &err) &&
	       cli_need_session(cli, &err) && search(cli, words.text, &err);
	str_clear(&words);
	return done ? 0 : cli_fail(&err);
}
