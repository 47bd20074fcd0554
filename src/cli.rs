//! What can be typed, in Vietnamese: commands, options and what is said when they are mistyped.

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, StyledStr};
use clap::error::{ContextKind, ContextValue, Error, ErrorFormatter, ErrorKind};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::diag::Lang;
use crate::report::Form;

/// The frame of every help text.
const HELP: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}\n";

/// Biên dịch kế hoạch, bài học, mô hình và sự kiện của một phong trào thành trang thông tin công khai.
#[derive(Debug, Parser)]
#[command(
    name = "loa",
    version,
    help_template = HELP,
    override_usage = "loa [TÙY CHỌN] <LỆNH>",
    subcommand_help_heading = "Lệnh",
    subcommand_value_name = "LỆNH",
    next_help_heading = "Tùy chọn",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Cli {
    /// Việc cần làm.
    #[command(subcommand)]
    pub command: Command,

    /// Tùy chọn chung.
    #[command(flatten)]
    pub common: Common,
}

/// What every command understands.
#[derive(Debug, Args)]
pub struct Common {
    /// Thư mục của trang, nơi có content/ (mặc định: thư mục hiện tại)
    #[arg(
        short,
        long,
        global = true,
        default_value = ".",
        hide_default_value = true,
        value_name = "THƯ MỤC"
    )]
    pub root: PathBuf,

    /// Ngôn ngữ của thông báo: vi hoặc en
    #[arg(
        long,
        global = true,
        value_enum,
        hide_possible_values = true,
        value_name = "NGÔN NGỮ"
    )]
    pub lang: Option<LangArg>,

    /// Chỉ in lỗi và cảnh báo
    #[arg(short, long, global = true)]
    pub quiet: bool,

    /// In trợ giúp này
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,

    /// In số phiên bản
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tạo trang vào một thư mục
    #[command(help_template = HELP, override_usage = "loa build [TÙY CHỌN]", next_help_heading = "Tùy chọn")]
    Build(BuildArgs),
    /// Xem thử trang trong trình duyệt; lưu tệp là thấy ngay
    #[command(help_template = HELP, override_usage = "loa serve [TÙY CHỌN]", next_help_heading = "Tùy chọn")]
    Serve(ServeArgs),
    /// Kiểm tra toàn bộ nội dung mà không ghi gì
    #[command(help_template = HELP, override_usage = "loa check [TÙY CHỌN]", next_help_heading = "Tùy chọn")]
    Check(CheckArgs),
    /// Tạo một tệp mới: một trang với các khóa bắt buộc, hoặc một bảng trống để gửi đi điền
    #[command(help_template = HELP, override_usage = "loa new [TÙY CHỌN] <LOẠI> [TIÊU ĐỀ]", next_help_heading = "Tùy chọn")]
    New(NewArgs),
    /// In một bảng dữ liệu mà loa hiểu được từ nội dung
    #[command(help_template = HELP, override_usage = "loa list [TÙY CHỌN] <BẢNG>", next_help_heading = "Tùy chọn")]
    List(ListArgs),
    /// In JSON Schema của một loại trang hay bảng, kèm tên cơ quan, địa phương, nhóm của chính trang này
    #[command(help_template = HELP, override_usage = "loa schema [TÙY CHỌN] <LOẠI>", next_help_heading = "Tùy chọn")]
    Schema(SchemaArgs),
    /// Giải thích một mã lỗi, cảnh báo: nghĩa là gì, vì sao, ví dụ sai và đúng; không ghi mã thì liệt kê tất cả
    #[command(help_template = HELP, override_usage = "loa explain [TÙY CHỌN] [MÃ]", next_help_heading = "Tùy chọn")]
    Explain(ExplainArgs),
}

/// What decides which documents are published.
#[derive(Debug, Args)]
pub struct ViewArgs {
    /// Công bố cả bản nháp
    #[arg(long)]
    pub drafts: bool,

    /// Công bố cả bài hẹn ngày về sau
    #[arg(long)]
    pub future: bool,

    /// Coi hôm nay là ngày này (2026-10-10 hoặc 10/10/2026)
    #[arg(long, value_name = "NGÀY")]
    pub now: Option<String>,

    /// Địa chỉ đầy đủ của trang khi công bố, thay cho base_url trong site.yaml
    #[arg(long, value_name = "ĐỊA CHỈ")]
    pub base_url: Option<String>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Thư mục nhận trang (mặc định: public trong thư mục của trang)
    #[arg(short, long, value_name = "THƯ MỤC")]
    pub output: Option<PathBuf>,

    /// Dạng in lỗi, cảnh báo: human (mặc định), json (mỗi dòng một đối tượng), sarif hoặc github
    #[arg(
        long,
        value_enum,
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true,
        value_name = "DẠNG"
    )]
    pub format: FormArg,

    /// Cách chọn bài được công bố.
    #[command(flatten)]
    pub view: ViewArgs,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Cổng (mặc định: cổng trống đầu tiên từ 1111)
    #[arg(long, value_name = "CỔNG")]
    pub port: Option<u16>,

    /// Cho máy khác cùng mạng xem, kèm mã QR; có thể ghi rõ địa chỉ của máy này
    #[arg(long, value_name = "ĐỊA CHỈ", num_args = 0..=1)]
    pub lan: Option<Option<IpAddr>>,

    /// Mở trình duyệt
    #[arg(long)]
    pub open: bool,

    /// Trình duyệt tự chuyển tới chỗ vừa sửa
    #[arg(long)]
    pub follow: bool,

    /// Tự dò tệp đổi, cho ổ mạng không báo khi tệp đổi
    #[arg(long)]
    pub poll: bool,

    /// Cách chọn bài được công bố.
    #[command(flatten)]
    pub view: ViewArgs,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Coi mức này là lỗi: warnings
    #[arg(long, value_enum, hide_possible_values = true, value_name = "MỨC")]
    pub deny: Option<Deny>,

    /// In thêm từng nghĩa vụ của cổng thông tin trong data/laws: đạt, chưa đạt hay máy không xem được
    #[arg(long)]
    pub portal: bool,

    /// Dạng in lỗi, cảnh báo: human (mặc định), json (mỗi dòng một đối tượng), sarif hoặc github
    #[arg(
        long,
        value_enum,
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true,
        value_name = "DẠNG"
    )]
    pub format: FormArg,

    /// Cách chọn bài được công bố.
    #[command(flatten)]
    pub view: ViewArgs,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Loại trang (plan, place, model, lesson, path, event, article) hoặc bảng (events, points, results, agencies, documents, groups, topics, baseline, synonyms, speech, acknowledge); event-year: bản nháp năm tới của một chuỗi sự kiện; programme: chương trình mẫu của một xã
    #[arg(value_name = "LOẠI", value_parser = PossibleValuesParser::new(crate::command::new_names()), hide_possible_values = true)]
    pub what: String,

    /// Tiêu đề của trang; với event-year là mã chuỗi, ví dụ 10-10
    #[arg(value_name = "TIÊU ĐỀ")]
    pub title: Option<String>,

    /// Coi hôm nay là ngày này, cho event-year (2026-10-10 hoặc 10/10/2026)
    #[arg(long, value_name = "NGÀY")]
    pub now: Option<String>,

    /// Tệp nhận, thay cho chỗ thường lệ trong content
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<PathBuf>,
}

/// Options of `list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Tên bảng: agencies, assignments, citations, clauses, deadlines, documents, doubts, duties, events, lessons, places, plans, points, references, results, targets, tasks
    #[arg(value_name = "BẢNG", value_parser = PossibleValuesParser::new(crate::tables::names()), hide_possible_values = true)]
    pub table: String,

    /// In dạng CSV
    #[arg(long)]
    pub csv: bool,

    /// Cách chọn bài được công bố.
    #[command(flatten)]
    pub view: ViewArgs,
}

/// Options of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Loại trang (plan, place, model, lesson, path, event, article, section), bảng (events, points, results, agencies, documents, groups, topics, baseline, synonyms, speech, acknowledge) hoặc site cho site.yaml
    #[arg(value_name = "LOẠI", value_parser = PossibleValuesParser::new(crate::schema::names()), hide_possible_values = true)]
    pub what: String,

    /// Cách chọn bài được công bố.
    #[command(flatten)]
    pub view: ViewArgs,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Mã đứng trong ngoặc vuông của thông báo, ví dụ broken-link
    #[arg(value_name = "MÃ")]
    pub code: Option<String>,
}

/// What `check` refuses beyond errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings too.
    Warnings,
}

/// A form of diagnostics, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormArg {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

impl From<FormArg> for Form {
    fn from(typed: FormArg) -> Self {
        match typed {
            FormArg::Human => Self::Human,
            FormArg::Json => Self::Json,
            FormArg::Sarif => Self::Sarif,
            FormArg::Github => Self::Github,
        }
    }
}

/// A language of messages, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl From<LangArg> for Lang {
    fn from(typed: LangArg) -> Self {
        match typed {
            LangArg::Vi => Self::Vi,
            LangArg::En => Self::En,
        }
    }
}

/// Reads what was typed. Help, version and mistakes end the program with the right exit code; mistakes are told in Vietnamese
/// unless `lang` is English.
pub fn parse(args: impl IntoIterator<Item = OsString>, lang: Lang) -> Cli {
    Cli::try_parse_from(args).unwrap_or_else(|error| match lang {
        Lang::En => error.exit(),
        Lang::Vi => error.apply::<Vietnamese>().exit(),
    })
}

/// Words for mistakes on the command line.
struct Vietnamese;

impl ErrorFormatter for Vietnamese {
    fn format_error(error: &Error<Self>) -> StyledStr {
        let value = |kind| {
            error
                .get(kind)
                .map(ContextValue::to_string)
                .unwrap_or_default()
        };
        let mut text = match error.kind() {
            ErrorKind::InvalidSubcommand => {
                format!("không có lệnh “{}”", value(ContextKind::InvalidSubcommand))
            }
            ErrorKind::UnknownArgument => {
                format!("không có tùy chọn “{}”", value(ContextKind::InvalidArg))
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!(
                "giá trị “{}” không hợp lệ cho {}",
                value(ContextKind::InvalidValue),
                value(ContextKind::InvalidArg)
            ),
            ErrorKind::ArgumentConflict => {
                format!(
                    "{} được viết hai lần hoặc trái với tùy chọn khác",
                    value(ContextKind::InvalidArg)
                )
            }
            _ => format!("dòng lệnh còn thiếu {}", value(ContextKind::InvalidArg)),
        };
        for kind in [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ] {
            if error.get(kind).is_some() {
                text += &format!("; có phải ý bạn là “{}”?", value(kind));
            }
        }
        if error.get(ContextKind::ValidValue).is_some() {
            text += &format!("; cho phép: {}", value(ContextKind::ValidValue));
        }
        StyledStr::from(format!("lỗi: {text}\n\nXem trợ giúp: loa --help\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::Cli;

    #[test]
    fn the_definition_is_sound() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }
}
