export const readmeName = "README.txt";

export const readme = `A backup of the site of the Cities Coalition for Digital Rights.

tables/    Every table of the database as CSV files in UTF-8, in the order of its primary key. Each
           file begins with the names of the columns. Nothing between two commas is no value (null),
           "" is an empty text. Times are in UTC.
files/     The files of applications, where the site keeps them in a directory. A name is the id of
           a row in tables/mandate_file.
secret     What the site signs with (SECRET). Only in encrypted archives.
manifest.json
           What belongs in here: rows and SHA-256 of each table and file, and which migrations the
           database had.

To restore it into an empty database:  npm run restore -- <archive>
To try that without touching the site:  npm run restore-drill -- <archive>
`;
