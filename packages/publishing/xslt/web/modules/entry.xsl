<?xml version="1.0" encoding="UTF-8"?>
<!-- What the rest of the edition must know of one document: a row of the calendar, with the notes it calls. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Paths say descendant:: where // with a predicate would have SaxonJS filter the children of every node. -->
  <xsl:template match="/" mode="entry">
    <xsl:variable name="body" select="*/text"/>
    <xsl:variable name="number" select="f:plain(($body/descendant::head[@type = 'number'])[1])"/>
    <xsl:variable name="head" select="($body/descendant::head[@type = 'title'])[1]"/>
    <xsl:variable name="listed" select="f:plain((*/teiHeader//titleStmt/title)[1])"/>
    <xsl:variable name="title" select="replace($listed, '^(No\.|Nos\.|№)\s*\S+?\.?\s+', '')"/>
    <xsl:variable name="date" select="($body/descendant::date[@type = ('sent', 'received', 'signed', 'handed')][ancestor::dateline or ancestor::head])[1]"/>
    <xsl:variable name="sent" select="($date, (*/teiHeader//correspAction/date)[1])[1]"/>
    <xsl:variable name="first" select="($body/descendant::*[self::p or self::item or self::l][not(ancestor::note)][normalize-space()])[1]"/>
    <c:entry id="{$id}" number="{$number}" figure="{replace($number, '^\D*?(\[?\d.*)$', '$1')}"
      title="{($title[normalize-space()], f:plain($head)[normalize-space()], $id)[1]}" furnished="{exists($head) and f:furnished($head)}"
      date="{f:date($sent)}" when="{$sent/(@when, @when-iso, @notBefore, @notBefore-iso, @from, @from-iso)[1] ! replace(., 'T.*$', '')}"
      how="{if ($date) then $date/@type else ($sent/parent::*/@type, '')[1]}"
      incipit="{f:first-words(f:plain($first))}" facsimile="{exists((*/facsimile/descendant::graphic[@url], $body/descendant::pb[@facs], */text[@facs]))}">
      <xsl:for-each select="$body/descendant::ptr[@type = 'endnote']">
        <c:call target="{f:fragment(@target)}"/>
      </xsl:for-each>
    </c:entry>
  </xsl:template>

  <!-- Some ninety characters, ended at a word. -->
  <xsl:function name="f:first-words" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
      if (string-length($text) le 96) then $text
      else replace(substring($text, 1, 92), '[\s,;:.—–-]*\s\S*$', '') || '…'"/>
  </xsl:function>
</xsl:stylesheet>
