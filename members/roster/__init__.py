"""The import of members: the society's roster and the NPPES monthly file.

`importing.run` is the door, `undoing.undo` the way back. A file is read to its end and checked before anything is
written; what is written is written in one transaction. Those who are new are unlisted drafts: no import agrees for
anybody to be listed, takes anybody off the do-not-list, or verifies a certificate.
"""
