"""Reads lines of JSON, each a plan, and prints 1 or 0 for each: what Debian's python3-jsonschema makes of it by the schema
whose path is the first argument. Patterns are ECMAScript's, as JSON Schema has it, where Python's own know no \\p{L}, take
any script's digits for \\d and let $ stand before a last line break."""
import json
import sys

import regex
from jsonschema import Draft202012Validator, ValidationError, validators

PATTERNS = {}


def ported(text):
    if text not in PATTERNS:
        PATTERNS[text] = regex.compile(text.replace("\\d", "[0-9]").replace("$", "\\Z"))
    return PATTERNS[text]


def pattern(validator, text, instance, schema):
    if validator.is_type(instance, "string") and not ported(text).search(instance):
        yield ValidationError(f"{instance!r} does not match {text!r}")


def validator_of(path):
    with open(path, encoding="utf-8") as file:
        return validators.extend(Draft202012Validator, {"pattern": pattern})(json.load(file))


if __name__ == "__main__":
    validator = validator_of(sys.argv[1])
    for line in sys.stdin:
        print(1 if validator.is_valid(json.loads(line)) else 0)
