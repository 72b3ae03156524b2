"""What python3-jsonschema says of a YAML file by a schema: one line of JSON an error. Arguments: schema, plan."""
import json
import os
import sys

import yaml

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "test", "support"))
from validate import validator_of  # noqa: E402

with open(sys.argv[2], encoding="utf-8") as file:
    plan = yaml.safe_load(file)
for error in validator_of(sys.argv[1]).iter_errors(plan):
    print(json.dumps({"path": [str(step) for step in error.absolute_path], "message": error.message}))
