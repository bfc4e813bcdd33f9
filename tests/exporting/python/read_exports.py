"""Prints as JSON what others' libraries read in the exports of a folder."""

import json
import sys
from pathlib import Path

import networkx
import pyarrow.parquet
from followthemoney import model

folder = Path(sys.argv[1])


def invalid(line):
    item = json.loads(line)
    try:
        model.get(item["schema"]).validate(item)
    except Exception as error:
        return [f"{item['id']}: {getattr(error, 'errors', error)}"]
    return []


def network(graph):
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}


lines = (folder / "ftm").read_text("utf-8").splitlines()
tables = {path.stem: pyarrow.parquet.read_table(path) for path in folder.glob("*.parquet")}
found = {
    "objects": len(lines),
    "invalid": [fault for line in lines for fault in invalid(line)],
    "rows": {name: table.num_rows for name, table in tables.items()},
    "types": {field.name: str(field.type) for field in tables["events"].schema},
    "graphml": network(networkx.read_graphml(folder / "graphml")),
    "gexf": network(networkx.read_gexf(folder / "gexf")),
}
print(json.dumps(found))
