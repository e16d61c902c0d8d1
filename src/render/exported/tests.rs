//! What an export writes, whatever people wrote.
