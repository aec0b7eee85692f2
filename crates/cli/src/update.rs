//! `whatsnew update`: the fact tables refreshed from what the Python project
//! publishes. The entry point is [`run`].

use super::output::fail;
use std::{path::PathBuf, process::ExitCode, time::SystemTime};
use terms::Date;
use upkeep::update::{Options, update};

/// Refresh the fact tables, and say what has changed for a person to act on
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("files").required(true).multiple(true).args(["peps", "releases"])))]
pub(crate) struct Arguments {
    /// The folder that holds `documents`, `facts` and `samples`
    #[arg(long, default_value = "assets", value_name = "DIR")]
    assets: PathBuf,
    /// The PEP index: <https://peps.python.org/api/peps.json>, or a table with
    /// tabs
    #[arg(long, value_name = "FILE")]
    peps: Option<PathBuf>,
    /// The release calendar: python-releases.toml of the PEPs' repository,
    /// <https://peps.python.org/api/python-releases.json> or release-cycle.json
    #[arg(long, value_name = "FILE")]
    releases: Option<PathBuf>,
    /// The day on which the files were fetched, such as 2026-08-22; today
    /// where it is left out and something has changed
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
}

/// Writes the tables and prints every change, with the lines of documents that
/// speak of it.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let Some(today) = today() else {
        return fail("the clock of this machine cannot be read; set it");
    };
    let options = Options {
        assets: arguments.assets.clone(),
        peps: arguments.peps.clone(),
        releases: arguments.releases.clone(),
        as_of: arguments.as_of,
        today,
        is_dry_run: arguments.dry_run,
    };
    let changes = match update(&options) {
        Ok(changes) => changes,
        Err(error) => return fail(error),
    };
    for change in &changes {
        println!("{}", change.text);
        for line in &change.touched {
            println!("  {line}");
        }
    }
    match changes.len() {
        0 => println!("Nothing has changed."),
        count if options.is_dry_run => println!("Changes: {count}. Nothing is written."),
        count => println!("Changes: {count}. Look at the lines above, then run `whatsnew verify`."),
    }
    ExitCode::SUCCESS
}

/// Today in UTC, if the clock can be read.
pub(crate) fn today() -> Option<Date> {
    let seconds = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()?;
    let moment = jiff::Timestamp::from_second(seconds.as_secs().try_into().ok()?).ok()?;
    let day = moment.to_zoned(jiff::tz::TimeZone::UTC).date();
    Date::new(day.year(), day.month(), day.day())
}
