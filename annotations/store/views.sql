-- Views for other programs (pandas, R, DuckDB): one row as a person would want it. Their columns are stable: they are
-- added to, never renamed or removed.

CREATE VIEW v_annotations AS
SELECT
  annotation.uid AS uid,
  document.id AS document,
  document.title AS title,
  document.project AS project,
  annotation.start AS start,
  annotation."end" AS "end",
  annotation.quote AS quote,
  (SELECT group_concat(json_extract(tag.name, '$.en'), '; ') FROM annotation_tag JOIN tag ON tag.id = annotation_tag.tag
   WHERE annotation_tag.annotation = annotation.id) AS tags_en,
  (SELECT group_concat(json_extract(tag.name, '$.ar'), '; ') FROM annotation_tag JOIN tag ON tag.id = annotation_tag.tag
   WHERE annotation_tag.annotation = annotation.id) AS tags_ar,
  annotation.note AS note,
  coder.name AS coder,
  annotation.created AS created,
  annotation.changed AS changed,
  annotation.placed AS placed
FROM annotation
JOIN document ON document.id = annotation.document AND NOT document.gone
JOIN coder ON coder.id = annotation.coder;

CREATE VIEW v_statements AS
SELECT
  document.id AS document,
  document.title AS title,
  speaker.name AS speaker,
  speaker.kind AS speaker_kind,
  speaker.role AS role,
  speaker.affiliation AS affiliation,
  person.name AS person,
  statement.kind AS kind,
  statement.act AS act,
  statement.confidence AS confidence,
  statement.start AS start,
  statement."end" AS "end",
  (SELECT group_concat(part, '') FROM (
     SELECT substr(text, max(1, statement.start - block.start + 1),
       min(statement."end", block.start + length(text)) - max(statement.start, block.start)) AS part
     FROM block WHERE block.document = statement.document
       AND block.start < statement."end" AND block.start > statement.start - 65536
     ORDER BY block.start)) AS text,
  (SELECT agency FROM article WHERE article.document = statement.document AND article.start <= statement.start
   ORDER BY article.start DESC LIMIT 1) AS agency,
  (SELECT day FROM article WHERE article.document = statement.document AND article.start <= statement.start
   ORDER BY article.start DESC LIMIT 1) AS day
FROM statement
JOIN document ON document.id = statement.document AND NOT document.gone
JOIN speaker ON speaker.id = statement.speaker
LEFT JOIN person_speaker ON person_speaker.document = speaker.document AND person_speaker.speaker = speaker.number
LEFT JOIN person ON person.id = person_speaker.person AND NOT person.gone
WHERE NOT statement.gone;

CREATE VIEW v_documents AS
SELECT
  document.id AS document,
  document.name AS name,
  document.title AS title,
  document.project AS project,
  document.path AS path,
  document.length AS length,
  document.added AS added,
  document.coded AS coded,
  document.memo AS memo,
  (SELECT agency FROM article WHERE article.document = document.id AND agency != '' ORDER BY start LIMIT 1) AS agency,
  (SELECT max(day) FROM article WHERE article.document = document.id) AS day,
  (SELECT count(*) FROM annotation WHERE annotation.document = document.id AND annotation.placed != 'lost') AS annotations,
  (SELECT count(*) FROM statement WHERE statement.document = document.id AND NOT statement.gone) AS statements
FROM document
WHERE NOT document.gone;
