//! CSV by RFC 4180, and tab-separated lines.

use super::safe_text::SafeText;
use super::tree::Tree;
use crate::error::CliError;

/// Returns CSV lines, CR LF at their ends.
pub(super) fn csv_text(lines: &[Vec<Tree>]) -> Result<String, CliError> {
    let broken = |why: String| CliError::internal("a record can't be written as CSV").why(why);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for line in lines {
        let cells = line.iter().map(csv_cell).collect::<Result<Vec<String>, CliError>>()?;
        writer.write_record(cells).map_err(|error| broken(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}

/// Returns tab-separated lines; a tab or line end inside a value is shown as an escape.
pub(super) fn tsv_text(lines: &[Vec<Tree>]) -> Result<String, CliError> {
    let mut text = String::new();
    for line in lines {
        for (at, value) in line.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            text.push_str(SafeText::line(&value.cell_text()?).as_str());
        }
        text.push('\n');
    }
    Ok(text)
}

/// Returns the text of a cell. Spreadsheets run what starts like a formula, so such text gets an
/// apostrophe; numbers don't.
fn csv_cell(value: &Tree) -> Result<String, CliError> {
    let raw = value.cell_text()?;
    let safe = SafeText::multi_line(&raw).to_string();
    let is_number = matches!(value, Tree::Number(_)) || is_plain_number(&raw);
    let is_formula = raw.starts_with(['=', '+', '-', '@', '\t', '\r']);
    Ok(if is_formula && !is_number { format!("'{safe}") } else { safe })
}

/// Returns whether a text is digits with at most one sign and one point.
fn is_plain_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(fraction)
}
