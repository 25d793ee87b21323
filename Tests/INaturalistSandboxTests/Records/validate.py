"""Validates pages of the second interface against its published OpenAPI document.

Usage: validate.py DOCUMENT < pages, one JSON document a line: {"schema": name, "body": reply}.
Prints each violation once and exits with 1 if there is any; exits with 77 where jsonschema is not installed.
"""

import json
import sys

try:
    from jsonschema import Draft4Validator
except ImportError:
    sys.exit(77)


def without_nullable(node):
    """OpenAPI 3.0 says `nullable`, JSON Schema says null."""
    if isinstance(node, list):
        return [without_nullable(item) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: without_nullable(value) for key, value in node.items()}
    return {"anyOf": [copy, {"type": "null"}]} if copy.pop("nullable", False) else copy


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        components = without_nullable(json.load(file)["components"])
    # The document declares plain users for the signed-in one; its own schema for private users is meant.
    envelope = dict(components["schemas"]["ResultsUsers"])
    results = {"type": "array", "items": {"$ref": "#/components/schemas/PrivateUser"}}
    envelope["properties"] = {**envelope["properties"], "results": results}
    components["schemas"]["PrivateUsers"] = envelope
    validators = {}
    violations = {}
    seen = set()

    def check(schema, value, where):
        if schema not in validators:
            root = {"components": components, "$ref": f"#/components/schemas/{schema}"}
            validators[schema] = Draft4Validator(root)
        for error in validators[schema].iter_errors(value):
            path = "/".join("#" if isinstance(part, int) else part for part in error.absolute_path)
            violations.setdefault(f"{where}/{path}: {error.message[:200]}", None)

    def lift(node):
        """Validates users and taxa once each, and leaves their ids in their places."""
        if isinstance(node, list):
            return [lift(item) for item in node]
        if not isinstance(node, dict):
            return node
        lifted = {key: lift(value) for key, value in node.items()}
        for key, schema in (("user", "User"), ("taxon", "Taxon")):
            part = lifted.get(key)
            if isinstance(part, dict) and "id" in part:
                text = schema + json.dumps(part, sort_keys=True)
                if text not in seen:
                    seen.add(text)
                    check(schema, part, schema)
                lifted[key] = {"id": part["id"]}
        return lifted

    for line in sys.stdin:
        page = json.loads(line)
        check(page["schema"], lift(page["body"]), page["schema"])
    for violation in violations:
        print(violation)
    sys.exit(1 if violations else 0)


main()
