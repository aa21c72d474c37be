<?xml version="1.0" encoding="UTF-8"?>
<!-- How a document is cited, and on what terms it may be used. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template name="cite">
    <xsl:if test="$about/c:about/c:cite">
      <section class="cite" aria-labelledby="cite-heading">
        <h2 id="cite-heading">Cite this document</h2>
        <dl>
          <xsl:for-each select="$about/c:about/c:cite">
            <div>
              <dt><xsl:value-of select="@style"/></dt>
              <dd><xsl:apply-templates mode="cite"/></dd>
            </div>
          </xsl:for-each>
        </dl>
        <p class="cite-files">
          <a href="{$here}.bib" type="application/x-bibtex" download="{$here}.bib">BibTeX</a>
          <a href="{$here}.ris" type="application/x-research-info-systems" download="{$here}.ris">RIS</a>
          <a href="{$here}.csl.json" type="application/vnd.citationstyles.csl+json" download="{$here}.csl.json">CSL-JSON</a>
        </p>
        <xsl:for-each select="$volume/*/teiHeader/fileDesc/publicationStmt/availability/licence[1]">
          <p>
            <xsl:text>Licence: </xsl:text>
            <xsl:choose>
              <xsl:when test="matches(@target, '^https?://[^\s&quot;&lt;>]+$')"><a rel="license" href="{@target}"><xsl:value-of select="(f:plain(.)[. ne ''], @target)[1]"/></a></xsl:when>
              <xsl:otherwise><xsl:value-of select="f:plain(.)"/></xsl:otherwise>
            </xsl:choose>
          </p>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:title" mode="cite"><cite><xsl:value-of select="."/></cite></xsl:template>
</xsl:stylesheet>
