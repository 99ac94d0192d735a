-- Files are found again by their absolute paths, byte for byte; paths told escaped, or as seen from another folder, are none to open.
ALTER TABLE files ADD COLUMN path_bytes BLOB;
ALTER TABLE quarantine ADD COLUMN path_bytes BLOB;
UPDATE files SET path_bytes = encode(path) WHERE path LIKE '/%' AND NOT contains(path, '\');
UPDATE quarantine SET path_bytes = encode(path) WHERE path LIKE '/%' AND NOT contains(path, '\');
