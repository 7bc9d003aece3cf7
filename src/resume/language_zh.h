/* Chinese in simplified characters. Private to language.c. */
#include "language_parts.h"

static const struct language chinese = {
	.code = "zh",
	.names = "zh zho chi cmn chinese simplifiedchinese mandarin mandarinchinese "
		 "mandarinchineese 中文 简体中文 汉语",
	.month_words = {"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月",
		"十月", "十一月", "十二月"},
	.season_words = "春 夏 秋 冬 春季 夏季 秋季 冬季 春天 夏天 秋天 冬天 初 底 初期",
	.month_form = "Y年m月",
	.day_form = "Y年m月D日",
	.present = "至今",
	.ongoing = "进行中",
	.undated = "日期不详",
	.present_words = "至今 今 现在 目前 当前 进行中 迄今 今天",
	.plural = PLURAL_NONE,
	.years = {"#年"},
	.year_months = {"#个月"},
	.between = "",
	.titles =
		{
			{"work", "工作经历",
				"工作经验 职业经历 工作 实习经历 工作及实习经历 工作与实习经历 "
				"职业生涯 "
				"从业经历"},
			{"volunteer", "志愿服务", "志愿者经历 志愿经历 志愿活动 社会实践"},
			{"education", "教育背景", "教育经历 教育 学历 学习经历 教育程度"},
			{"projects", "项目经历", "项目经验 项目 个人项目 项目介绍 主要项目"},
			{"patents", "专利", "发明专利"},
			{"publications", "发表论文", "论文 出版物 论文发表 学术论文 学术成果 发表"},
			{"tools", "技术与工具", "工具 工具与技术 常用工具"},
			{"notes", "文章", "笔记 博客"},
			{"skills", "专业技能",
				"技能 技能特长 个人技能 专业能力 职业技能 技术能力 技术栈 掌握技能 "
				"技能清单"},
			{"languages", "语言能力", "语言 语言水平 外语 外语能力"},
			{"certificates", "证书", "资格证书 技能证书 认证 职业证书"},
			{"awards", "荣誉奖项",
				"奖项 荣誉 获奖经历 获奖情况 荣誉奖励 荣誉与奖项 所获荣誉 "
				"所获奖项"},
			{"interests", "兴趣爱好", "兴趣 爱好 个人爱好"},
			{"references", "推荐人", "推荐信 证明人 推荐"},
		},
	.labels =
		{
			{"Keywords", "关键词"},
			{"Links", "链接"},
			{"Level", "水平"},
			{"Score", "成绩"},
			{"Courses", "课程"},
			{"Roles", "角色"},
			{"Repository", "代码仓库"},
			{"Status", "状态"},
			{"Office", "专利局"},
			{"Filed", "申请日期"},
			{"Inventors", "发明人"},
			{"Assignee", "专利权人"},
			{"Authors", "作者"},
			{"DOI", "DOI"},
			{"Expires", "有效期至"},
			{"Email", "邮箱"},
			{"Phone", "电话"},
			{"Picture", "照片"},
			{"Web", "网站"},
			{"Location", "地点"},
			{"Profiles", "个人主页"},
		},
};
