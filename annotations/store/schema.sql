-- The tables, indexes and views of a library, as a new one has them. Generated: change tables.py and a migration, or
-- views.sql, and the comments in columns.tsv; then run `python -m tests.schema_sql`.
-- A `start` and `end` are code points of the document's text, half-open. The triggers that write the log are left out.

-- the log: every change anyone made, and every undo and redo of one
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  kind TEXT,                            -- do, undo or redo
  label TEXT,                           -- the kind of act, a row of annotations/values/acts.tsv
  coder INTEGER REFERENCES coder (id),  -- who
  at TEXT,                              -- when, ISO 8601 in UTC
  state TEXT,                           -- done, undone, dropped (undone for good), kept (others built on it) or record (of an undo or redo)
  target INTEGER,                       -- the act that an undo or redo is of
  document INTEGER,                     -- the document it belongs to; empty for the library
  about TEXT NOT NULL DEFAULT ''        -- JSON: values for the words that name it
);

-- a passage that a coder annotated
CREATE TABLE annotation (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  start INTEGER,                              -- code points, half-open with end
  "end" INTEGER,
  quote TEXT,                                 -- the passage's words, by which it is found again in a corrected text
  prefix TEXT,                                -- what stands before it
  suffix TEXT,                                -- what stands after it
  note TEXT,                                  -- free text
  coder INTEGER REFERENCES coder (id),
  created TEXT,                               -- ISO 8601 in UTC
  changed TEXT,                               -- ISO 8601 in UTC
  uid TEXT NOT NULL DEFAULT '',               -- the same annotation in every library
  placed TEXT NOT NULL DEFAULT ''             -- after a correction of the text: exact, moved, guessed or lost; empty if set by a person
);

-- a tag on an annotation
CREATE TABLE annotation_tag (
  id INTEGER PRIMARY KEY,
  annotation INTEGER REFERENCES annotation (id),
  tag INTEGER REFERENCES tag (id)
);

-- one report of a document
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  start INTEGER,
  "end" INTEGER,
  title_start INTEGER,                        -- empty without a title
  title_end INTEGER,
  agency TEXT,
  city TEXT,
  date TEXT,                                  -- as the dateline gives it
  origin TEXT,                                -- rule
  author TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL DEFAULT '',               -- ISO date
  hijri TEXT NOT NULL DEFAULT '',             -- ISO date of the Hijri calendar
  "check" TEXT NOT NULL DEFAULT ''            -- agree, weekday or hijri (what disagrees with the day); empty if nothing can be compared
);

-- a line at the head of an article or within it
CREATE TABLE article_line (
  id INTEGER PRIMARY KEY,
  article INTEGER REFERENCES article (id),
  kind TEXT,                                -- subtitle, dateline or subhead
  start INTEGER,
  "end" INTEGER
);

-- an attribute of the coding form
CREATE TABLE attribute (
  id INTEGER PRIMARY KEY,
  uid TEXT,                         -- the same attribute in every library
  scope TEXT,                       -- document, statement or person
  gone INTEGER,                     -- 1 if deleted
  name TEXT NOT NULL DEFAULT '{}'   -- JSON: words by language
);

-- one of the closed values of an attribute
CREATE TABLE attribute_value (
  id INTEGER PRIMARY KEY,
  uid TEXT,
  attribute INTEGER,
  number INTEGER,                   -- the digit key that sets it
  name TEXT NOT NULL DEFAULT '{}'   -- JSON: words by language
);

-- a text, in parts of at most 65,536 code points
CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  number INTEGER,                             -- from 0
  start INTEGER,                              -- in code points
  byte_start INTEGER,                         -- in bytes of UTF-8
  text TEXT
);

-- the body paragraphs of a document before each 64 K code points; made anew when it is not of today's analysis
CREATE TABLE body_count (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  number INTEGER,                             -- of the stretch of 64 K code points
  bodies INTEGER,                             -- paragraphs that begin before it
  act INTEGER                                 -- the last act on the analysis when they were counted
);

-- a row that an act changed, before and after
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  act INTEGER REFERENCES act (id),
  tbl TEXT,                         -- its table
  row INTEGER,                      -- its id
  before TEXT,                      -- JSON; empty if the act inserted it
  after TEXT                        -- JSON; empty if the act deleted it
);

-- a person who annotates
CREATE TABLE coder (
  id INTEGER PRIMARY KEY,
  name TEXT
);

-- what an attribute is set to, by a coder, on a document, a statement (document and span) or a person
CREATE TABLE coding (
  id INTEGER PRIMARY KEY,
  attribute INTEGER,
  value INTEGER,           -- an attribute_value
  coder INTEGER,
  document INTEGER,        -- 0 for a person
  start INTEGER,           -- 0 for a document or a person
  "end" INTEGER,
  person INTEGER,          -- 0 for a document or a statement
  at TEXT                  -- ISO 8601 in UTC
);

-- what a merge left for a decision
CREATE TABLE conflict (
  id INTEGER PRIMARY KEY,
  tbl TEXT,                -- the table of the row in conflict
  row INTEGER,
  field TEXT,              -- its column; words in one language: column.language
  local TEXT,              -- JSON: the local value
  incoming TEXT,           -- JSON: the incoming value
  source TEXT,             -- the file it came from
  state TEXT               -- open, local, incoming or both (mine and theirs in older ones)
);

-- one row: the act in progress, which the triggers write to
CREATE TABLE current (
  id INTEGER PRIMARY KEY,
  act INTEGER              -- empty outside acts
);

-- a text
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT,                           -- of its file, without suffix
  path TEXT,                           -- of its file; - for standard input
  title TEXT,                          -- of its first article, else its first line
  direction TEXT,                      -- R or L
  digest TEXT,                         -- SHA-256 of the bytes given
  encoding TEXT,                       -- of the bytes given
  length INTEGER,                      -- in code points
  added TEXT,                          -- ISO 8601 in UTC
  project TEXT NOT NULL DEFAULT '',    -- empty for none
  memo TEXT NOT NULL DEFAULT '',
  gone INTEGER NOT NULL DEFAULT 0,     -- 1 if deleted, or replaced by a corrected text
  follows INTEGER NOT NULL DEFAULT 0,  -- the document whose corrected text this is; 0 if none
  coded INTEGER NOT NULL DEFAULT 0     -- 1 if its coding is done
);

-- where a speaker is named
CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  speaker INTEGER REFERENCES speaker (id),
  start INTEGER,
  "end" INTEGER
);

-- a stretch of page boilerplate
CREATE TABLE noise (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  start INTEGER,
  "end" INTEGER,
  kind TEXT,                                  -- clock, furniture, caption, related …; marked if by a person
  origin TEXT,                                -- rule or user
  gone INTEGER NOT NULL DEFAULT 0             -- 1 if a person said it is none
);

-- a paragraph of a text; words (full-text index) has a row of the same id
CREATE TABLE paragraph (
  id INTEGER PRIMARY KEY,
  document INTEGER,
  start INTEGER,
  "end" INTEGER
);

-- a speaker across documents
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT,                -- the same person in every library
  name TEXT,
  gone INTEGER             -- 1 if merged into another
);

-- which speakers are a person
CREATE TABLE person_speaker (
  id INTEGER PRIMARY KEY,
  person INTEGER,
  document INTEGER,
  speaker INTEGER          -- the speaker's number in the document
);

-- where reading of a document stopped
CREATE TABLE place (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  top INTEGER,                                            -- offset at the top of the screen
  cursor INTEGER,
  folded INTEGER,                                         -- 1 if boilerplate was hidden
  opened TEXT                                             -- ISO 8601 in UTC
);

-- a line that separates articles
CREATE TABLE separator (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  start INTEGER,
  "end" INTEGER,
  origin TEXT                                 -- rule
);

-- a stretch that reports one sitting
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  number INTEGER,                             -- as the rules counted it
  start INTEGER,
  "end" INTEGER,
  kind TEXT,                                  -- session, opening, speech or closing
  label TEXT,                                 -- its title, or a short name
  title_start INTEGER,                        -- empty without a title
  title_end INTEGER,
  topics TEXT,                                -- one a line
  origin TEXT,                                -- rule or user
  gone INTEGER NOT NULL DEFAULT 0             -- 1 if a person said it is none
);

-- who says something in a document
CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  number INTEGER,                             -- by which it is known in the document
  name TEXT,
  kind TEXT,                                  -- person, org, group or unnamed
  role TEXT,
  honorific TEXT,
  origin TEXT,                                -- rule or user
  affiliation TEXT NOT NULL DEFAULT '',
  gender TEXT NOT NULL DEFAULT '',            -- m, f or empty
  gone INTEGER NOT NULL DEFAULT 0,            -- 1 if deleted or merged
  known_as TEXT NOT NULL DEFAULT '',          -- the name by which the rules know it
  same_as INTEGER NOT NULL DEFAULT 0          -- the id of the speaker it was merged into; 0 if none
);

-- what a file looked like when its document was made or last checked: it is known again without being read
CREATE TABLE stamp (
  id INTEGER PRIMARY KEY,
  path TEXT,
  device INTEGER,
  inode INTEGER,
  size INTEGER,                               -- bytes
  mtime INTEGER,                              -- nanoseconds
  document INTEGER REFERENCES document (id)
);

-- a stretch attributed to a speaker
CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  speaker INTEGER REFERENCES speaker (id),    -- its row
  start INTEGER,
  "end" INTEGER,
  kind TEXT,                                  -- quotation, paraphrase or topic
  cue_start INTEGER,                          -- empty without a cue
  cue_end INTEGER,
  confidence TEXT,                            -- sure, likely or possible
  origin TEXT,                                -- rule or user
  reason TEXT NOT NULL DEFAULT '',            -- the rule that chose the speaker
  act TEXT NOT NULL DEFAULT '',               -- claim, demand, warn, deny, commit, express or topic
  via INTEGER NOT NULL DEFAULT 0,             -- the row of the speaker who passes it on; 0 if none
  gone INTEGER NOT NULL DEFAULT 0             -- 1 if a person said it is none
);

-- a part of a large text that was analysed by itself; the next one begins where the last ends
CREATE TABLE stretch (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  start INTEGER,                              -- code points, half-open with end
  "end" INTEGER
);

-- a tag of the codebook
CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  slot INTEGER,                            -- the digit key that applies it; empty for none
  color INTEGER,                           -- 1 to 12
  uid TEXT NOT NULL DEFAULT '',            -- the same tag in every library
  parent INTEGER NOT NULL DEFAULT 0,       -- the tag above it; 0 at the top level
  retired INTEGER NOT NULL DEFAULT 0,      -- 1 if no longer offered
  gone INTEGER NOT NULL DEFAULT 0,         -- 1 if merged into another
  same_as INTEGER NOT NULL DEFAULT 0,      -- the tag it was merged into
  memo TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '{}',         -- JSON: words by language
  description TEXT NOT NULL DEFAULT '{}'   -- JSON: words by language
);

-- a phrase that a reader would index by
CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  text TEXT,
  origin TEXT,                                -- rule or user
  gone INTEGER NOT NULL DEFAULT 0,            -- 1 if deleted or merged
  known_as TEXT NOT NULL DEFAULT '',          -- the words by which the rules know it
  same_as INTEGER NOT NULL DEFAULT 0          -- the id of the topic it was merged into; 0 if none
);

-- where a topic occurs
CREATE TABLE topic_place (
  id INTEGER PRIMARY KEY,
  topic INTEGER REFERENCES topic (id),
  start INTEGER,
  "end" INTEGER
);

CREATE VIRTUAL TABLE words USING fts5 (folded, content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE INDEX "idx_act_coder_state" ON "act" ("coder", "state");
CREATE INDEX "idx_act_document" ON "act" ("document");
CREATE INDEX "idx_act_document_label" ON "act" ("document", "label");
CREATE INDEX "idx_act_state_document" ON "act" ("state", "document");
CREATE INDEX "idx_annotation_coder" ON "annotation" ("coder");
CREATE INDEX "idx_annotation_document_start" ON "annotation" ("document", "start");
CREATE INDEX "idx_annotation_document_start_end_placed" ON "annotation" ("document", "start", "end", "placed");
CREATE UNIQUE INDEX "idx_annotation_tag_annotation_tag" ON "annotation_tag" ("annotation", "tag");
CREATE INDEX "idx_annotation_tag_tag" ON "annotation_tag" ("tag");
CREATE INDEX "idx_annotation_uid" ON "annotation" ("uid");
CREATE INDEX "idx_article_document" ON "article" ("document");
CREATE INDEX "idx_article_document_start" ON "article" ("document", "start");
CREATE INDEX "idx_article_line_article" ON "article_line" ("article");
CREATE INDEX "idx_article_line_article_start" ON "article_line" ("article", "start");
CREATE INDEX "idx_attribute_value_attribute" ON "attribute_value" ("attribute");
CREATE INDEX "idx_block_document_start" ON "block" ("document", "start");
CREATE UNIQUE INDEX "idx_body_count_document_number" ON "body_count" ("document", "number");
CREATE INDEX "idx_change_act" ON "change" ("act");
CREATE INDEX "idx_change_tbl_row" ON "change" ("tbl", "row");
CREATE UNIQUE INDEX "idx_coder_name" ON "coder" ("name");
CREATE UNIQUE INDEX "idx_coding_attribute_coder_document_start_end_person" ON "coding" ("attribute", "coder", "document", "start", "end", "person");
CREATE INDEX "idx_coding_document_start" ON "coding" ("document", "start");
CREATE INDEX "idx_conflict_state" ON "conflict" ("state");
CREATE UNIQUE INDEX "idx_document_digest" ON "document" ("digest");
CREATE INDEX "idx_document_path" ON "document" ("path");
CREATE INDEX "idx_mention_speaker" ON "mention" ("speaker");
CREATE INDEX "idx_mention_speaker_start" ON "mention" ("speaker", "start");
CREATE INDEX "idx_noise_document" ON "noise" ("document");
CREATE INDEX "idx_noise_document_start" ON "noise" ("document", "start");
CREATE INDEX "idx_paragraph_document_start" ON "paragraph" ("document", "start");
CREATE UNIQUE INDEX "idx_person_speaker_document_speaker" ON "person_speaker" ("document", "speaker");
CREATE INDEX "idx_person_speaker_person" ON "person_speaker" ("person");
CREATE INDEX "idx_separator_document" ON "separator" ("document");
CREATE INDEX "idx_separator_document_start" ON "separator" ("document", "start");
CREATE INDEX "idx_session_document" ON "session" ("document");
CREATE INDEX "idx_session_document_start_gone" ON "session" ("document", "start", "gone");
CREATE INDEX "idx_speaker_document_known_as" ON "speaker" ("document", "known_as");
CREATE INDEX "idx_speaker_document_number" ON "speaker" ("document", "number");
CREATE UNIQUE INDEX "idx_stamp_path" ON "stamp" ("path");
CREATE INDEX "idx_statement_document_start" ON "statement" ("document", "start");
CREATE INDEX "idx_statement_speaker" ON "statement" ("speaker");
CREATE INDEX "idx_statement_via" ON "statement" ("via");
CREATE UNIQUE INDEX "idx_stretch_document_start" ON "stretch" ("document", "start");
CREATE INDEX "idx_topic_document" ON "topic" ("document");
CREATE INDEX "idx_topic_document_known_as" ON "topic" ("document", "known_as");
CREATE INDEX "idx_topic_place_topic" ON "topic_place" ("topic");
CREATE INDEX "idx_topic_place_topic_start" ON "topic_place" ("topic", "start");

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
