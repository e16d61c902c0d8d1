//! Whether what was recorded is still there, unchanged: the chain of hashes, receipts, `verify`.

pub(super) mod hash_chain;
pub(super) mod receipt;
pub(super) mod verify;
#[cfg(test)]
pub(in crate::register) mod verify_contract;
