"""A conversation with a test: one JSON object per line in, {"ask": name, ...}, and one per line out, in the same order,
{"answer": ...} or {"failure": text}. It ends with the input. Nothing else may be written to the standard output."""

import json
import sys
import traceback

_output = sys.stdout
_output.reconfigure(encoding="utf-8")
sys.stdin.reconfigure(encoding="utf-8")
sys.stdout = sys.stderr


def converse(answers):
    """Answers each question with the function of its name, until there are no more."""
    for line in sys.stdin:
        question = json.loads(line)
        try:
            said = {"answer": answers[question.pop("ask")](**question)}
        except Exception:
            said = {"failure": traceback.format_exc()}
        print(json.dumps(said), file=_output, flush=True)
