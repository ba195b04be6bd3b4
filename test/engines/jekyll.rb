# Builds a site twice with the Jekyll on this machine, now and with everything let through, and says what it made.
#   ruby jekyll.rb SITE DESTINATION NOW NOT_FOUND
require "jekyll"
require "json"
require "time"

SITE, DESTINATION, NOW, NOT_FOUND = ARGV

# The clock. A site asks for the time once, when it begins.
Jekyll::Hooks.register(:site, :after_reset) { |site| site.time = Time.iso8601(NOW) }

# A link to nowhere ends a build. Here the page says so, and the other links are seen as well.
module SaysSo
  def render(context)
    super
  rescue StandardError
    NOT_FOUND
  end
end

# post_url reads its name already when it is parsed.
module SaysSoLater
  def initialize(*)
    super
  rescue StandardError
    @is_unreadable = true
  end

  def render(context)
    @is_unreadable ? NOT_FOUND : super
  end
end
[Jekyll::Tags::PostUrl, Jekyll::Tags::Link].each { |tag| tag.prepend(SaysSo, SaysSoLater) }

def build(name, more = {})
  destination = File.join(DESTINATION, name)
  config = Jekyll.configuration({ "source" => SITE, "destination" => destination, "quiet" => true, "disable_disk_cache" => true }.merge(more))
  site = Jekyll::Site.new(config)
  site.process
  pages = site.documents.grep(Jekyll::Document).map { |document| [document, true] } + (site.pages + site.static_files).map { |page| [page, false] }
  made = pages.select { |page, _| page.respond_to?(:write?) ? page.write? : true }.map do |page, is_post|
    { "source" => page.relative_path.delete_prefix("/"), "url" => page.url, "isRegular" => is_post,
      "file" => page.destination(destination).delete_prefix(destination), "html" => page.respond_to?(:output) ? page.output : nil }
  end
  { "baseurl" => site.config["baseurl"].to_s, "url" => site.config["url"].to_s, "pages" => made }
end

now = build("now")
all = build("all", "future" => true, "unpublished" => true, "show_drafts" => true)
puts JSON.generate("now" => now, "all" => all)
