/* draw-command.h: chooses a command: mostly one that makes sense for the case as it stands, sometimes
 * nonsense. */
#ifndef TEST_DRAW_COMMAND_H
#define TEST_DRAW_COMMAND_H

#include "event-driver.h"

/* Fills drawn for the case of this id; fresh_id numbers idempotency keys. The command points into drawn. */
void draw_command(struct drawn_command *drawn, struct chooser *chooser, const struct driven_case *driven,
                  const char *case_id, uint32_t *fresh_id);

/* Points the command's borrowed parts at this drawn, after it was copied. */
void drawn_command_settle(struct drawn_command *drawn);

#endif
