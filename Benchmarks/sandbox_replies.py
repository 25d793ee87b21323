"""Replies of inatty's sandbox in files: what a sync of its observer's view is sent, 200 rows each."""
import json
import os
import pathlib
import subprocess
import urllib.parse
import urllib.request

FIELDS = (
    "id,uuid,species_guess,observed_on,time_observed_at,created_at,updated_at,quality_grade,description,taxon.id,"
    "taxon.name,taxon.preferred_common_name,taxon.rank,taxon.iconic_taxon_name,user.id,user.login,user.name,geoprivacy,"
    "taxon_geoprivacy,location,place_guess,public_positional_accuracy,private_location,private_geojson,"
    "private_place_guess,positional_accuracy,viewer_trusted_by_observer")


def ask(address, headers=None, form=None):
    body = urllib.parse.urlencode(form).encode() if form else None
    with urllib.request.urlopen(urllib.request.Request(address, body, headers or {})) as reply:
        return reply.read()


def save(binary, folder, rows):
    """Writes one file a reply into the folder, from the highest id down."""
    sandbox = subprocess.Popen(
        [binary, "sandbox", "--count", str(rows + 2_000)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        said = {}
        for line in sandbox.stdout:
            if line.startswith("# Ctrl-C"):
                break
            if line.startswith("export") or line.startswith("# observer:"):
                said |= dict(word.split("=", 1) for word in line.split() if "=" in word)
        server = said["INATTY_API_URL"]
        token = json.loads(ask(f"{server}/oauth/token", form={
            "client_id": said["INAT_APP_ID"], "client_secret": said["INAT_APP_SECRET"], "grant_type": "password",
            "username": said["INAT_USERNAME"], "password": said["INAT_PASSWORD"]}))["access_token"]
        jwt = json.loads(ask(f"{server}/users/api_token.json", {"Authorization": f"Bearer {token}"}))["api_token"]
        below, number = None, 0
        while number * 200 < rows:
            window = {"id_below": below} if below else {}
            query = urllib.parse.urlencode(
                {"order_by": "id", "order": "desc", "per_page": 200, "fields": FIELDS, "v": number, "ttl": -1, **window})
            body = ask(f"{server}/v2/observations?{query}", {"Authorization": jwt})
            results = json.loads(body)["results"]
            if not results:
                break
            pathlib.Path(folder, f"{number:05}.json").write_bytes(body)
            below, number = results[-1]["id"], number + 1
    finally:
        sandbox.terminate()
        sandbox.wait()
