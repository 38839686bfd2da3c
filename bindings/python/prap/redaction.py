"""What the lines leave out when they are redacted: MAPPA, Special Customer Records, terminal illness and death."""

from __future__ import annotations

from typing import Mapping, TYPE_CHECKING

from .vocabulary import SENSITIVE

if TYPE_CHECKING:
    from .answer import Json

REDACTED = "redacted"
#: Members that would give away a sensitive word that stands beside them.
_TELLING = frozenset({"rule", "reason", "why", "fact", "cure", "cure_event", "notice", "to", "means", "text",
                      "deadline", "event", "policy", "value", "contradiction", "other", "payment", "risk",
                      "from", "outcome"})


def _is_hidden(key: str, value: Json) -> bool:
    """Leaver code 43 tells of a death, 46 perhaps of an illness; only a clerical case has advisory dates."""
    return (key == "code" and value in (43, 46)) or key == "advisory"


def _is_sensitive(key: str, value: Json) -> bool:
    return key not in ("case", "id") and isinstance(value, str) and value in SENSITIVE


def _tells(members: Mapping[str, Json]) -> bool:
    variant = members.get("with")
    told = any(key in SENSITIVE or _is_hidden(key, value) or _is_sensitive(key, value)
               for key, value in variant.items()) if isinstance(variant, dict) else False
    return (told or members.get("what") == "code"
            or any(_is_sensitive(key, value) for key, value in members.items()))


def _is_rule_of_hidden_code(members: Mapping[str, Json], key: str) -> bool:
    """The rule of a code says which code it is."""
    return key.endswith("rule") and "code" in members and _is_hidden("code", members["code"])


def redact(value: Json) -> Json:
    """The value with everything sensitive replaced by ``"redacted"``: words, the names of facts and regions, and
    what stands beside them and would give them away."""
    if isinstance(value, list):
        return [REDACTED if _is_sensitive("", item) else redact(item) for item in value]
    if not isinstance(value, dict):
        return value
    tells = _tells(value)
    shown: dict[str, Json] = {}
    for key, member in value.items():
        if key in SENSITIVE:
            shown[REDACTED] = REDACTED
        elif _is_hidden(key, member) or _is_sensitive(key, member) or (tells and key in _TELLING) \
                or _is_rule_of_hidden_code(value, key):
            shown[key] = REDACTED
        else:
            shown[key] = redact(member)
    return shown
