<?xml version="1.0" encoding="UTF-8"?>
<!--
  The plan of the edition, out of the volume and the entries of its documents: the volume's titles, all pages in the
  order of reading, and the endnotes with their figures and the documents that call them. Pages are made from this.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:key name="calls" match="c:call" use="@target"/>

  <xsl:template match="/" mode="calendar">
    <xsl:variable name="titles" select="*/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:variable name="parts" select="*/text/front/titlePage//titlePart"/>
    <xsl:variable name="main" select="f:title-case(f:plain(($parts[@type = 'main'], $parts, $titles)[1]))"/>
    <xsl:variable name="volume" select="f:title-case(f:plain(($parts[@type = 'volume'], $titles[@type = 'volume'])[1]))"/>
    <c:calendar short="{string-join(($main, $volume)[. ne ''], ', ')}"
      title="{string-join((f:plain(($titles[@type = 'main'], $titles)[1]), f:plain($titles[@type = 'volume'][1]))[. ne ''], ', ')}"
      lang="{(*/text/@xml:lang, */@xml:lang, 'en')[1]}">
      <xsl:if test="empty(*/text/front/divGen[@type = 'contents'])">
        <c:page slug="contents" type="" label="Contents" path=""/>
      </xsl:if>
      <xsl:apply-templates select="*/text/front/*" mode="page"/>
      <xsl:copy-of select="$entries/*/*"/>
      <xsl:apply-templates select="*/text/back/*" mode="page"/>
      <xsl:for-each select="*/text/back//div[@type = 'notes']/note">
        <c:note id="{@xml:id}" figure="{position()}">
          <xsl:for-each-group select="key('calls', string(@xml:id), $entries)/.." group-by="@id">
            <c:called in="{@id}"/>
          </xsl:for-each-group>
        </c:note>
      </xsl:for-each>
    </c:calendar>
  </xsl:template>

  <xsl:template match="div | divGen" mode="page">
    <xsl:variable name="heading" select="head[1]"/>
    <xsl:variable name="first" select="$heading/node()[not(preceding-sibling::lb or self::lb)]"/>
    <c:page slug="{if (self::divGen) then 'contents' else (@xml:id, @type)[1]}" type="{@type}"
      label="{(f:title-case(f:plain($first))[. ne ''], 'Contents'[current()/self::divGen], f:title-case(translate((@type, @xml:id, 'Text')[1], '-', ' ')))[1]}"
      path="{f:path(.)}"/>
  </xsl:template>
  <xsl:template match="*" mode="page"/>
</xsl:stylesheet>
