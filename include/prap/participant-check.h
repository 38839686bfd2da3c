/*
 * participant-check.h: who a participant is, by three things that must all be right: National Insurance number, full
 * name, and the answer to one question of six (PD-24 to PD-29; T-P-14, T-P-15; AMB-31, AMB-32).
 *
 * For both sides: DWP's agent, who holds the original referral; and a provider that rehearses from its own copy of it.
 * What is held is the original referral, not what the provider's record says since (PD-24, PD-25).
 *
 * Numbers, names and answers are secrets: borrowed for the call, compared without an early exit, never stored, put into
 * an error or given to a callback, and what was made of them is wiped before the call returns. How long a text is, which
 * question is asked and what comes of the check are no secrets.
 *
 * How texts are compared, the same everywhere and in every locale: as strict UTF-8, letter by letter, where
 *   - capitals and small letters are the same, and so are letters with and without accents and other marks, composed or
 *     not: José, JOSE and Jose; Llŷr and Llyr; Đorđe and Dorde; ß is ss, æ is ae, œ is oe, þ is th;
 *   - spaces, hyphens and dashes, apostrophes and full stops are passed over: O'Brien, O’Brien and OBrien; Anne-Marie and
 *     Anne Marie; J. Smith and J Smith;
 *   - everything else counts: order, middle names, digits, commas; ö is o and not oe.
 * The letters are those of the Latin, Greek and Cyrillic scripts; of other scripts each character is itself.
 *
 * Thread rule: pure; any thread, each with its own structs.
 */
#ifndef PRAP_PARTICIPANT_CHECK_H
#define PRAP_PARTICIPANT_CHECK_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_PARTICIPANT_TEXT_BYTES 200  /* longest name or answer */
#define PRAP_PARTICIPANT_ANSWERS_MAX 64  /* most answers that are held of one participant */

/*
 * Has a text the form of a National Insurance number? Two letters, six digits and a letter from A to D, in capitals or
 * not, with spaces anywhere or none. The first two letters are none of D, F, I, Q, U and V, the second is not O either,
 * and they are not BG, GB, KN, NK, NT, TN or ZZ. Whether the number was ever given to anybody, nobody can tell by that.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_TEXT (error.field "nino"). Since 0.1.
 */
PRAP_API prap_status prap_nino_check(prap_text nino, prap_error *reterr);

/* One answer that is held. Several to one question: any of them will do. It stands in arrays, so it never grows. */
typedef struct prap_participant_answer {
    uint32_t size;     /* sizeof(prap_participant_answer) */
    uint32_t question; /* PRAP_QUESTION_*, but for the referral date */
    prap_text text;
} prap_participant_answer;

/* What is held: the original referral, as it was received. Everything is borrowed. */
typedef struct prap_participant_held {
    uint32_t size;     /* sizeof(prap_participant_held) as compiled */
    prap_day lms_date; /* DWP's own referral date (PD-28-N1), or PRAP_DAY_NONE when it is not held */
    prap_text nino;
    prap_text name;    /* full name */
    const prap_participant_answer *answers;
    size_t n;
} prap_participant_held;

/* What was said. Everything is borrowed. */
typedef struct prap_participant_said {
    uint32_t size;     /* sizeof(prap_participant_said) as compiled */
    uint32_t question; /* PRAP_QUESTION_* that was asked */
    prap_text nino;
    prap_text name;
    prap_text answer;   /* of every question but the referral date */
    prap_day answer_on; /* of the referral date */
    uint32_t tell;      /* 1: say which of the three were right: for a provider's rehearsal only; else 0 */
} prap_participant_said;

/* What came of it. The caller's memory; set size before the call. */
typedef struct prap_participant_check {
    uint32_t size;         /* sizeof(prap_participant_check) as compiled */
    uint32_t passed;       /* 1: all three were right */
    uint32_t rule;         /* for prap_rule_by_number: PD-28a when passed, else PD-30 */
    uint32_t nino_right;   /* PRAP_VALUE_YES or _NO where said.tell is 1, else 0; */
    uint32_t name_right;   /*   likewise */
    uint32_t answer_right; /*   likewise */
} prap_participant_check;

/*
 * Checks one participant. settings: n of them; the policy lms (P-LMS) says whether DWP's own referral date will do as
 * well as the day after it. Of the referring officer either the name or the initials will do (PD-28-B2), whichever is
 * held: initials are the first letters of the parts of a name.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (a question that there is not); PRAP_E_LIMIT (answers);
 * PRAP_E_REQUIRED (a nino, name or answer that is empty, or nothing held to the question: ask another, PD-29); PRAP_E_TEXT
 * (nino has not its form; a text is too long, is not UTF-8, or cannot be printed; has no letter or digit); PRAP_E_DAY;
 * PRAP_E_RANGE (tell); of settings as prap_rulebook_create. error.field names the member, with "held." before it when it is
 * what is held. After any of these nothing was compared. Since 0.1.
 */
PRAP_API prap_status prap_participant_check_of(const prap_participant_held *held, const prap_participant_said *said,
                                               const prap_setting *settings, size_t n, prap_participant_check *ret_check,
                                               prap_error *reterr);

/* Which of the six can be asked. The caller's memory; set size before the call. */
typedef struct prap_participant_questions {
    uint32_t size;         /* sizeof(prap_participant_questions) as compiled */
    uint32_t rule;         /* for prap_rule_by_number: PD-28b, or PD-29 when some are left out */
    uint32_t n;            /* how many remain: 0 to 6; */
    uint32_t first;        /*   so many of them are to be asked first */
    uint32_t questions[6]; /* PRAP_QUESTION_*, in the order to ask them; zeros after the last */
    uint32_t prepare;      /* how many a provider prepares: all six, whatever remains */
} prap_participant_questions;

/*
 * unavailable: PRAP_QUESTION_* that cannot be asked, since they do not exist or DWP's system is unclear: bit 0 for the
 * first, …. When qualifications or employment history are among them, the four others come first (AMB-32), or those of
 * subset, bits alike, when the policy pd-remaining says host-subset; else the order is that of PD-28.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (a bit that is no question's); PRAP_E_REQUIRED (an empty subset
 * where one is to be used); of settings as prap_rulebook_create. Since 0.1.
 */
PRAP_API prap_status prap_participant_questions_of(uint32_t unavailable, uint32_t subset, const prap_setting *settings,
                                                   size_t n, prap_participant_questions *ret_questions,
                                                   prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
