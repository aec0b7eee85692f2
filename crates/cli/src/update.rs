//! `whatsnew update`: refreshes the fact tables from data that the Python project
//! publishes. The entry point is [`run`].

use super::output::fail;
use std::{path::PathBuf, process::ExitCode, time::SystemTime};
use terms::Date;
use upkeep::update::{Options, update};

/// Refresh the fact tables and list the changes that need attention
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("files").required(true).multiple(true).args(["peps", "releases", "release_dates"])))]
pub(crate) struct Arguments {
    /// The folder with `documents`, `facts` and `samples`
    #[arg(long, default_value = "assets", value_name = "DIR")]
    assets: PathBuf,
    /// The PEP index: <https://peps.python.org/api/peps.json>, or a tab-separated table
    #[arg(long, value_name = "FILE")]
    peps: Option<PathBuf>,
    /// The release calendar: python-releases.toml from the repository of the PEPs,
    /// <https://peps.python.org/api/python-releases.json> or release-cycle.json
    #[arg(long, value_name = "FILE")]
    releases: Option<PathBuf>,
    /// Releases that the calendar does not know yet: a tab-separated table with the columns
    /// `release` and `date`
    #[arg(long, value_name = "FILE")]
    release_dates: Option<PathBuf>,
    /// The date on which the files were fetched, such as 2026-08-22; by default today's
    /// date, if something has changed, and the newest of the release dates
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Only print what would change
    #[arg(long)]
    dry_run: bool,
}

/// Writes the tables and prints each change with the lines in documents that mention its
/// subject.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let Some(today) = today() else {
        return fail("the system clock is set to an impossible time; correct it");
    };
    let options = Options {
        assets: arguments.assets.clone(),
        peps: arguments.peps.clone(),
        releases: arguments.releases.clone(),
        release_dates: arguments.release_dates.clone(),
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
        count if options.is_dry_run => println!("Changes: {count}. Nothing was written."),
        count => {
            println!("Changes: {count}. Review the lines above, then run `whatsnew verify`.");
        }
    }
    ExitCode::SUCCESS
}

/// Today's date in UTC, if the clock can be read.
pub(crate) fn today() -> Option<Date> {
    let seconds = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()?;
    let moment = jiff::Timestamp::from_second(seconds.as_secs().try_into().ok()?).ok()?;
    let day = moment.to_zoned(jiff::tz::TimeZone::UTC).date();
    Date::new(day.year(), day.month(), day.day())
}
