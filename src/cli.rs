//! What can be typed. Every option has its Vietnamese words beside it, in one place.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Biên dịch kế hoạch, bài học, mô hình và sự kiện của một phong trào thành trang thông tin công khai.
#[derive(Debug, Parser)]
#[command(name = "loa", version, disable_help_subcommand = true)]
pub struct Cli {
    /// Việc cần làm.
    #[command(subcommand)]
    pub command: Command,

    /// Thư mục của trang, nơi có content/.
    #[arg(
        short,
        long,
        global = true,
        default_value = ".",
        value_name = "THƯ MỤC"
    )]
    pub root: PathBuf,

    /// Ngôn ngữ của thông báo.
    #[arg(long, global = true, value_enum, value_name = "NGÔN NGỮ")]
    pub lang: Option<LangArg>,

    /// Chỉ in lỗi và cảnh báo.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tạo trang vào một thư mục.
    Build(BuildArgs),
    /// Kiểm tra toàn bộ nội dung mà không ghi gì.
    Check(CheckArgs),
}

/// What decides which documents are published.
#[derive(Debug, Args)]
pub struct ViewArgs {
    /// Công bố cả bản nháp.
    #[arg(long)]
    pub drafts: bool,

    /// Công bố cả bài hẹn ngày về sau.
    #[arg(long)]
    pub future: bool,

    /// Coi hôm nay là ngày này (2026-10-10 hoặc 10/10/2026).
    #[arg(long, value_name = "NGÀY")]
    pub now: Option<String>,

    /// Địa chỉ đầy đủ của trang khi công bố, thay cho base_url trong site.yaml.
    #[arg(long, value_name = "ĐỊA CHỈ")]
    pub base_url: Option<String>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Thư mục nhận trang; bỏ trống thì dùng public trong thư mục của trang.
    #[arg(short, long, value_name = "THƯ MỤC")]
    pub output: Option<PathBuf>,

    /// Cách chọn bài được công bố.
    #[command(flatten)]
    pub view: ViewArgs,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Coi mức này là lỗi.
    #[arg(long, value_enum, value_name = "MỨC")]
    pub deny: Option<Deny>,

    /// Cách chọn bài được công bố.
    #[command(flatten)]
    pub view: ViewArgs,
}

/// What `check` refuses beyond errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Cảnh báo.
    Warnings,
}

/// A language of messages, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// Tiếng Việt.
    Vi,
    /// English.
    En,
}
