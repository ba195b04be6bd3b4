// Pages that stand in front of the one that was asked for: errors, doors, and questions whether one is a robot.

/** As the whole title, or as its beginning. */
const BEGINS = /^(?:(?:error\s*)?(?:401|403|404|410|429|5\d\d)\b|(?:page\s+)?not found|just a moment|attention required|access (?:denied|to this page)|are you (?:a )?(?:human|robot)|robot check|checking your browser|verify(?:ing)? (?:you are|that you are|your)|security (?:check|verification)|ddos-guard|please wait|one moment|forbidden|bad gateway|service unavailable|too many requests|captcha|페이지를 찾을 수 없|접근이 (?:거부|제한)|잠시만 기다|보안 확인|비정상적인 접근)/i;
const DOOR = /^(?:(?:please )?(?:log|sign)[\s-]?in|login|sign up|log in or sign up(?: to view)?|로그인|회원\s?가입)(?:\s+(?:to|with|-|\||·|:|–)\s*.*)?$/i;
/** Names of sites that show nothing else to those who run no scripts. */
const EMPTY = /^(?:x|twitter|instagram|facebook|linkedin|threads|loading\.*|untitled|document|home|redirecting\.*|javascript (?:is )?(?:required|disabled|not available).*|index of \/?)$/i;

/** Whether a title tells of the wall and not of the page behind it. @param status of the answer */
export const isWall = (title: string, status: number): boolean => status >= 400 || BEGINS.test(title) || DOOR.test(title) || EMPTY.test(title);

/** Whether an answer came from a door: who asked for a post and was sent to a log-in. */
export const isDoor = (from: string, to: string): boolean => /\/(?:log[-_]?in|sign[-_]?in|accounts?\/login|auth|sso|nidlogin)(?:[./?]|$)/i.test(to) && !/\/(?:log[-_]?in|sign[-_]?in)(?:[./?]|$)/i.test(from);
