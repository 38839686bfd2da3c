/* outages.c: see outages.h. */
#include "outages.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static bool wrong(struct cli_fault *ret_fault, prap_status status, const char *message) {
    cli_fault_set(ret_fault, prap_status_name(status), "outages", message);
    return false;
}

bool cli_outages_add(struct cli_outages *outages, const json_t *list, struct cli_fault *ret_fault) {
    size_t i;
    const json_t *pair;
    if (!json_is_array(list)) return wrong(ret_fault, PRAP_E_TYPE, "a list of outages is wanted");
    if (json_array_size(list) > CLI_OUTAGES_MOST) return wrong(ret_fault, PRAP_E_LIMIT, "there are more than 1024 outages");
    json_array_foreach(list, i, pair) {
        prap_window *ours = &outages->windows[outages->n];
        if (json_array_size(pair) != 2) return wrong(ret_fault, PRAP_E_TYPE, "an outage is a list of two moments");
        if (!cli_json_to_moment(json_array_get(pair, 0), "outages", &ours->from, ret_fault) ||
            !cli_json_to_moment(json_array_get(pair, 1), "outages", &ours->to, ret_fault))
            return false;
        outages->n++;
    }
    return true;
}

void cli_outages_add_announced(struct cli_outages *outages, uint32_t service) {
    const prap_announced *announced;
    for (uint32_t i = 0; (announced = prap_announced_at(i)) != NULL; i++) {
        if (announced->service == service) outages->windows[outages->n++] = announced->window;
    }
}

int cli_outages_open(const struct cli_arguments *arguments, struct cli_outages *outages) {
    const char *path = cli_value(arguments, CLI_OUTAGES);
    struct cli_fault fault = {.field = ""};
    if (path == NULL) return CLI_EXIT_ANSWERED;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "prap %s: --outages: %s: %s\n", arguments->command->name, path, strerror(errno));
        return CLI_EXIT_FAILED;
    }
    errno = 0;
    json_t *list = json_loadf(file, JSON_REJECT_DUPLICATES, NULL);
    const int error = ferror(file) ? errno : 0;
    fclose(file);
    if (error != 0) {
        fprintf(stderr, "prap %s: --outages: %s: %s\n", arguments->command->name, path, strerror(error));
        return CLI_EXIT_FAILED;
    }
    if (cli_outages_add(outages, list, &fault)) {
        json_decref(list);
        return CLI_EXIT_ANSWERED;
    }
    json_decref(list);
    cli_wrong_use(arguments->command, "--outages: %s", fault.message);
    return CLI_EXIT_USE;
}
