// Who has recognized the Taliban government, and when?
MATCH (c:Country)-[r:RECOGNIZED]->(:Entity {id: 'taliban'})
RETURN c.name AS country, r.edtf AS date
ORDER BY r.earliest, country;
