// tsx has Node read and keep the source map of every module, with the sources: a third of the
// site's memory. A stack names functions and files all the same.

process.setSourceMapsEnabled(false);
