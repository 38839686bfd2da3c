"""Each sentence of lib/conformance/conformance.def stands word for word in include/prap/host.h, and each word of the
vocabulary has its sentence. conformance-quotes.py TOP"""
import re
import sys
from pathlib import Path

top = Path(sys.argv[1])
host = re.sub(r"\s+", " ", re.sub(r"\n\s*\*|/\*|\*/", " ", (top / "include/prap/host.h").read_text(encoding="utf-8")))
rows = re.findall(r'^X\((\w+), (\w+),\s+"([^"]+)"\)', (top / "lib/conformance/conformance.def").read_text(encoding="utf-8"), re.M)
words = re.findall(r"^X\(CONFORMANCE, \d+,\s+(\w+)", (top / "lib/vocabulary/words.def").read_text(encoding="utf-8"), re.M)
wrong = [f"{name}: host.h does not say: {sentence}" for name, _, sentence in rows if sentence not in host]
wrong += [f"{name}: is in one of the two tables only" for name in sorted(set(words) ^ {row[0] for row in rows})]
wrong += [f"{name}: what is not checked is a NOTICE, and nothing else" for name, severity, _ in rows
          if (severity == "NOTICE") != name.startswith("UNCHECKED_")]
print("\n".join(wrong) or f"{len(rows)} sentences stand in host.h")
sys.exit(bool(wrong) or not rows)
