//! What the coach is measured with and trained on. Native only: nothing of it is in what a reader
//! downloads.
//!
//! - [`data`]: cases and their labels, read from TSV and CSV files
//! - [`score`]: the coach's answers against the labels, in figures
//! - [`train`]: the model, from cases

pub mod data;
pub mod score;
pub mod train;
